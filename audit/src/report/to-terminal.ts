import { createColors } from "picocolors";
import type { Found, PageAudit } from "../audit.ts";
import { previewNetwork } from "../networks/index.ts";
import type { NetworkId } from "../networks/network.ts";
import { ruleOf } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import { sayFinding } from "../rules/say.ts";
import type { Report, Subject } from "./report.ts";
import type { Summary, Trouble } from "./summary.ts";
import { countPages, countSeverity, outcomeNames, words } from "./words.ts";

export interface TerminalOptions {
  readonly isColoured: boolean;
  /** Columns. */
  readonly width: number;
  /** Each page with its findings; else a line a page, and what to mend at the end. */
  readonly isDetailed: boolean;
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const maxTroubles = 8;

/** For people at a terminal: the pages as they come, then what to mend first. */
export function terminalReport(subject: Subject, options: TerminalOptions): Report {
  const desk = {
    language: subject.language,
    paint: createPaint(options.isColoured),
    wrap: createWrap(Math.min(Math.max(40, options.width), 110)),
  };
  const { isDetailed } = options;
  return {
    begin: () => "",
    page: (audit) => `${pageLines(audit, desk, isDetailed).join("\n")}\n`,
    end: (summary) =>
      `${[...summaryLines(summary, subject, desk), ...(isDetailed ? [] : mendLines(summary, desk))].join("\n")}\n`,
  };
}

interface Desk {
  readonly language: Subject["language"];
  readonly paint: Paint;
  readonly wrap: (text: string, indent: string) => string[];
}

function pageLines(audit: PageAudit, desk: Desk, isDetailed: boolean): string[] {
  const { language, paint } = desk;
  const head = `${paint.score(audit.score.page)} ${audit.url}`;
  const failure = audit.visit.failure?.message ?? String(audit.visit.status ?? "");
  const note =
    audit.outcome === "audited" ? "" : paint.red(` ${outcomeNames[audit.outcome][language]} ${failure}`);
  if (!isDetailed) return [`${head}${note}`];
  const sorted = audit.findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
  return [`${paint.bold(head)}${note}`, "", ...sorted.flatMap((found) => [...findingLines(found, desk), ""])];
}

function findingLines(found: Found, { language, paint, wrap }: Desk): string[] {
  const rule = ruleOf(found.ruleId);
  const { what, remedy } = sayFinding(rule, found, language);
  const where = found.line === undefined ? "" : paint.dim(` · ${words.line[language]} ${found.line}`);
  const networks = paint.dim(networksTold(found.networks, language));
  return [
    `  ${paint.mark(found.severity)} ${paint.bold(rule.id)} ${networks}${where}`,
    ...wrap(what, "    "),
    ...wrap(`→ ${remedy}`, "    ").map(paint.cyan),
    ...(found.paste?.split("\n").map((line) => `      ${paint.green(line)}`) ?? []),
  ];
}

function mendLines({ troubles }: Summary, desk: Desk): string[] {
  const { paint, language } = desk;
  const urgent = troubles.filter(({ severity }) => severity !== "info").slice(0, maxTroubles);
  if (urgent.length === 0) return [words.nothing[language]];
  return [paint.bold(words.mendFirst[language]), ...urgent.flatMap((trouble) => troubleLines(trouble, desk))];
}

function troubleLines(trouble: Trouble, { language, paint, wrap }: Desk): string[] {
  const { ruleId, severity, pages, networks, examples } = trouble;
  const [example] = examples;
  if (!example) return [];
  const rule = ruleOf(ruleId);
  const { what, remedy } = sayFinding(rule, example.finding, language);
  const reach = [countPages(pages, language), networksTold(networks, language)].filter(Boolean).join(" · ");
  return [
    `  ${paint.mark(severity)} ${paint.bold(`${ruleId} ${rule.title[language]}`)} ${paint.dim(`· ${reach}`)}`,
    ...wrap(what, "    "),
    ...wrap(`→ ${remedy}`, "    ").map(paint.cyan),
  ];
}

function summaryLines(
  { pages, score, severities }: Summary,
  { networks }: Subject,
  { language, paint }: Desk,
): string[] {
  const counts = (["error", "warning", "info"] as const).map(
    (severity) => `${paint.mark(severity)} ${countSeverity(severity, severities[severity], language)}`,
  );
  const failed = pages.unreachable + pages.forbidden;
  const reached = `${countPages(pages.audited, language)}${failed > 0 ? paint.red(`, ${failed.toLocaleString(language)} ${outcomeNames.unreachable[language]}`) : ""}`;
  const bars = networks.map((id) => {
    const value = score.networks[id];
    const label = previewNetwork(id).name.padEnd(12);
    return value === undefined ? undefined : `  ${label} ${paint.bar(value)} ${paint.score(value)}`;
  });
  return [
    "",
    paint.bold(`${words.readiness[language]}: ${paint.score(score.page)}`),
    ...bars.filter((line) => line !== undefined),
    "",
    `${reached} · ${counts.join(" · ")}`,
    "",
  ];
}

function networksTold(networks: Found["networks"], language: Subject["language"]): string {
  if (networks === "all") return words.allNetworks[language];
  return networks === "none" ? "" : networks.map((id: NetworkId) => previewNetwork(id).name).join(", ");
}

type Paint = ReturnType<typeof createPaint>;

function createPaint(isColoured: boolean) {
  const colors = createColors(isColoured);
  const marks = { error: colors.red("✗"), warning: colors.yellow("!"), info: colors.blue("i") };
  const shade = (value: number) => (value >= 90 ? colors.green : value >= 60 ? colors.yellow : colors.red);
  return {
    ...colors,
    mark: (severity: Severity) => marks[severity],
    score: (value: number | undefined) =>
      value === undefined ? colors.dim("  –") : shade(value)(String(value).padStart(3)),
    bar(value: number) {
      const filled = Math.round(value / 5);
      return `${shade(value)("█".repeat(filled))}${colors.dim("░".repeat(20 - filled))}`;
    },
  };
}

/** Breaks a text into lines of the terminal's width; a word longer than that stays whole. */
const createWrap =
  (width: number) =>
  (text: string, indent: string): string[] => {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
      if (line !== "" && indent.length + line.length + 1 + word.length > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    return line === "" ? lines : [...lines, indent + line];
  };
