import type { Report, Subject } from "./report.ts";

/** One JSON object; its pages stand one a line. */
export function jsonReport({ site, networks, startedAt, version }: Subject): Report {
  let isFirst = true;
  return {
    begin: () => {
      const head = { format: 1, auditor: `samovar ${version}`, site, networks, startedAt };
      return `${JSON.stringify(head).slice(0, -1)},"pages":[\n`;
    },
    page(audit) {
      const line = `${isFirst ? "" : ",\n"}${JSON.stringify(audit)}`;
      isFirst = false;
      return line;
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}
