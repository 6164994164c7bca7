import { previewNetwork } from "../networks/index.ts";
import type { Rule, RuleGroup } from "./rule.ts";

const groups: Readonly<Record<RuleGroup, string>> = {
  fetching: "Fetching: does each robot get the page?",
  placement: "Placement: do the tags stand where readers find them?",
  identity: "Identity: does the page say the same of itself everywhere?",
  text: "Text: do title and description fit?",
  image: "Image: does the picture show?",
  extras: "Extras: what single networks ask for",
  spreading: "Spreading: is the page easy to pass on?",
  reading: "Reading: is it easy to read?",
  staying: "Staying: does it lead further?",
  speed: "Speed: does it come quickly?",
  relevance: "Relevance: does the title keep its promise?",
};

/** The rule table as a page of the reference, in English: `docs/reference/audit-rules.md`. */
export function rulesToMarkdown(rules: readonly Rule[]): string {
  const byGroup = Map.groupBy(rules, ({ group }) => group);
  const sections = [...byGroup].map(([group, ofGroup]) =>
    [`## ${groups[group]}`, ...ofGroup.map(ruleToMarkdown)].join("\n\n"),
  );
  return `${[
    "# Rules of the audit",
    "Each rule has a grade, which says how well it is founded: **A** an official document or the platform's own source; **A†** an official text read through a copy; **B** a specialised third party or a reported experiment; **C** unconfirmed, and never an error. A rule's severity is the worst that a finding of it may be. `{words}` stand for values of the page.",
    contents(byGroup),
    ...sections,
  ].join("\n\n")}\n`;
}

function contents(byGroup: ReadonlyMap<RuleGroup, readonly Rule[]>): string {
  const rows = [...byGroup.values()].flat().map(({ id, title, severity, grade, networks }) => {
    const cells = [`[${id}](#${id.toLowerCase()})`, title.en, severity, grade, networksOf(networks)];
    return `| ${cells.map(inCell).join(" | ")} |`;
  });
  return ["| Rule | Title | Severity | Grade | Networks |", "|---|---|---|---|---|", ...rows].join("\n");
}

function ruleToMarkdown({ id, title, why, severity, networks, grade, source, says }: Rule): string {
  const said = Object.entries(says).map(
    ([key, { what, remedy }]) => `| \`${key}\` | ${inCell(what.en)} | ${inCell(remedy.en)} |`,
  );
  return [
    `### ${id}`,
    `**${asText(title.en)}.** ${asText(why.en)}`,
    [
      `- Severity: ${severity}`,
      `- Networks: ${networksOf(networks)}`,
      `- Grade: ${grade}`,
      `- Source: ${source}`,
    ].join("\n"),
    ["| Finding | What it says | Remedy |", "|---|---|---|", ...said].join("\n"),
  ].join("\n\n");
}

function networksOf(networks: Rule["networks"]): string {
  if (typeof networks === "string") return networks;
  return networks.map((id) => previewNetwork(id).name).join(", ");
}

const inCell = (text: string): string => asText(text).replaceAll("|", "\\|").replaceAll("\n", " ");

/** Tags are named in these texts; Markdown would take them for its own. */
const asText = (text: string): string => text.replaceAll("<", "&lt;");
