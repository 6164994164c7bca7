import type { Found, PageAudit } from "../audit.ts";
import { rules } from "../rules/index.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import { sayFinding } from "../rules/say.ts";
import type { Report, Subject } from "./report.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code hosts and editors. */
export function sarifReport({ language, version }: Subject): Report {
  let isFirst = true;
  const result = (audit: PageAudit, found: Found): string => {
    const rule = rules.find(({ id }) => id === found.ruleId);
    if (!rule) return "";
    const { what, remedy } = sayFinding(rule, found, language);
    const line = JSON.stringify({
      ruleId: rule.id,
      level: levels[found.severity],
      message: { text: `${what} ${remedy}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: audit.visit.finalUrl },
            region: {
              startLine: found.line ?? 1,
              ...(found.excerpt !== undefined && { snippet: { text: found.excerpt } }),
            },
          },
        },
      ],
      properties: { networks: found.networks, page: audit.url },
    });
    const comma = isFirst ? "" : ",\n";
    isFirst = false;
    return `${comma}${line}`;
  };
  return {
    begin: () =>
      `{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"results":[\n`,
    page: (audit) => audit.findings.map((found) => result(audit, found)).join(""),
    end: () => {
      const driver = {
        name: "samovar audit",
        version,
        rules: rules.map((rule) => describe(rule, language)),
      };
      return `\n],"tool":{"driver":${JSON.stringify(driver)}}}]}\n`;
    },
  };
}

const describe = ({ id, title, why, severity, source }: Rule, language: Subject["language"]) => ({
  id,
  shortDescription: { text: title[language] },
  fullDescription: { text: why[language] },
  defaultConfiguration: { level: levels[severity] },
  ...(/^https?:/.test(source) && { helpUri: source }),
});
