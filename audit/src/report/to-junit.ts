import type { Found, PageAudit } from "../audit.ts";
import { rules } from "../rules/index.ts";
import { sayFinding } from "../rules/say.ts";
import { escapeXml } from "./escape-xml.ts";
import type { Report, Subject } from "./report.ts";

/** JUnit's XML as build servers read it: a suite a page, a case a rule; errors fail, the rest is told as output. */
export function junitReport({ site, language }: Subject): Report {
  return {
    begin: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escapeXml(site)}">\n`,
    page: (audit) => suiteOf(audit, language),
    end: () => "</testsuites>\n",
  };
}

function suiteOf(audit: PageAudit, language: Subject["language"]): string {
  const found = Map.groupBy(audit.findings, ({ ruleId }) => ruleId);
  const cases = rules.map(({ id, title, says }) => {
    const findings = found.get(id) ?? [];
    const name = `name="${escapeXml(`${id} ${title[language]}`)}" classname="${escapeXml(audit.url)}"`;
    if (findings.length === 0) return `    <testcase ${name}/>`;
    const told = findings.map((each) => toldOf({ id, says }, each, language));
    return `    <testcase ${name}>\n${told.join("\n")}\n    </testcase>`;
  });
  const failures = audit.findings.filter(({ severity }) => severity === "error").length;
  const outcome = audit.outcome === "audited" ? "" : unreadable(audit);
  const errors = outcome === "" ? 0 : 1;
  const counts = `tests="${cases.length + errors}" failures="${failures}" errors="${errors}" timestamp="${audit.auditedAt}"`;
  return `  <testsuite name="${escapeXml(audit.url)}" ${counts}>\n${outcome}${cases.join("\n")}\n  </testsuite>\n`;
}

function toldOf(rule: Parameters<typeof sayFinding>[0], found: Found, language: Subject["language"]): string {
  const { what, remedy } = sayFinding(rule, found, language);
  const detail = [remedy, found.excerpt, found.paste].filter((each) => each !== undefined).join("\n");
  return found.severity === "error"
    ? `      <failure type="${found.severity}" message="${escapeXml(what)}">${escapeXml(detail)}</failure>`
    : `      <system-out>${escapeXml(`${found.severity}: ${what}\n${detail}`)}</system-out>`;
}

function unreadable({ url, outcome, visit }: PageAudit): string {
  const why = visit.failure?.message ?? `${outcome}, status ${visit.status ?? "none"}`;
  return `    <testcase name="page" classname="${escapeXml(url)}">\n      <error message="${escapeXml(why)}"/>\n    </testcase>\n`;
}
