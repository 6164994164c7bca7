import type { Found, PageAudit, Score } from "../audit.ts";
import type { NetworkId } from "../networks/network.ts";
import type { Severity } from "../rules/rule.ts";

/** What a whole audit comes to. It stays small however many pages there are. */
export interface Summary {
  readonly pages: Readonly<Record<PageAudit["outcome"], number>>;
  readonly score: Score;
  readonly severities: Readonly<Record<Severity, number>>;
  /** What to mend first: errors, and among them what spoils most cards on most pages. */
  readonly troubles: readonly Trouble[];
  /** Pages with the lowest scores, worst first. */
  readonly worst: readonly { readonly url: string; readonly score: number }[];
}

/** One rule that is broken somewhere, with where it is broken. */
export interface Trouble {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly pages: number;
  readonly networks: readonly NetworkId[];
  /** The first few places. */
  readonly examples: readonly { readonly url: string; readonly finding: Found }[];
}

const maxExamples = 5;
const maxWorst = 20;
const weights: Readonly<Record<Severity, number>> = { error: 10, warning: 2, info: 0.1 };

export interface Summing {
  readonly add: (audit: PageAudit) => void;
  readonly value: () => Summary;
}

export function createSummary(networks: readonly NetworkId[]): Summing {
  const pages = { audited: 0, unreachable: 0, "not-html": 0, forbidden: 0 };
  const severities = { error: 0, warning: 0, info: 0 };
  const troubles = new Map<string, Gathered>();
  const scores = createMeans();
  let worst: { url: string; score: number }[] = [];
  return {
    add(audit) {
      pages[audit.outcome] += 1;
      scores.add(audit.score);
      for (const { severity } of audit.findings) severities[severity] += 1;
      for (const [ruleId, findings] of Map.groupBy(audit.findings, (found) => found.ruleId))
        gather(troubles, ruleId, { url: audit.url, findings, networks });
      const { page } = audit.score;
      if (page !== undefined && (worst.length < maxWorst || page < (worst.at(-1)?.score ?? 0)))
        worst = [...worst, { url: audit.url, score: page }]
          .toSorted((a, b) => a.score - b.score)
          .slice(0, maxWorst);
    },
    value: () => ({
      pages: { ...pages },
      score: scores.value(),
      severities: { ...severities },
      troubles: [...troubles.values()].toSorted(byUrgency).map(toTrouble),
      worst,
    }),
  };
}

interface Gathered {
  readonly ruleId: string;
  severity: Severity;
  pages: number;
  weight: number;
  readonly networks: Set<NetworkId>;
  readonly examples: { readonly url: string; readonly finding: Found }[];
}

interface OnPage {
  readonly url: string;
  readonly findings: readonly Found[];
  readonly networks: readonly NetworkId[];
}

function gather(troubles: Map<string, Gathered>, ruleId: string, { url, findings, networks }: OnPage): void {
  const [finding] = findings.toSorted((a, b) => weights[b.severity] - weights[a.severity]);
  if (!finding) return;
  const known = troubles.get(ruleId) ?? {
    ruleId,
    severity: finding.severity,
    pages: 0,
    weight: 0,
    networks: new Set<NetworkId>(),
    examples: [],
  };
  troubles.set(ruleId, known);
  const spoiled = new Set(findings.flatMap((each) => networksOf(each, networks)));
  known.pages += 1;
  known.weight += weights[finding.severity] * Math.max(1, spoiled.size);
  if (weights[finding.severity] > weights[known.severity]) known.severity = finding.severity;
  for (const id of spoiled) known.networks.add(id);
  if (known.examples.length < maxExamples) known.examples.push({ url, finding });
}

function networksOf({ networks }: Found, asked: readonly NetworkId[]): readonly NetworkId[] {
  if (networks === "all") return asked;
  return networks === "none" ? [] : networks.filter((id) => asked.includes(id));
}

/** Errors before warnings; among equals what spoils more cards on more pages. */
const byUrgency = (a: Gathered, b: Gathered) =>
  weights[b.severity] - weights[a.severity] || b.weight - a.weight;

const toTrouble = ({ ruleId, severity, pages, networks, examples }: Gathered): Trouble => ({
  ruleId,
  severity,
  pages,
  networks: [...networks],
  examples,
});

/** Means over any number of pages, from sums. */
function createMeans() {
  const sums = new Map<string, { total: number; count: number }>();
  const add = (name: string, value: number | undefined) => {
    if (value === undefined) return;
    const sum = sums.get(name) ?? { total: 0, count: 0 };
    sums.set(name, { total: sum.total + value, count: sum.count + 1 });
  };
  const means = (part: string) =>
    Object.fromEntries(
      [...sums]
        .filter(([name]) => name.startsWith(part))
        .map(([name, { total, count }]) => [name.slice(part.length), Math.round(total / count)]),
    );
  return {
    add({ page, networks, groups }: Score) {
      add("page", page);
      for (const [id, value] of Object.entries(networks)) add(`network:${id}`, value);
      for (const [group, value] of Object.entries(groups)) add(`group:${group}`, value);
    },
    value: (): Score => ({ page: means("page")[""], networks: means("network:"), groups: means("group:") }),
  };
}
