import type { Found, Score } from "./audit.ts";
import type { NetworkId } from "./networks/network.ts";
import type { RuleGroup, Severity } from "./rules/rule.ts";

/** What one broken rule costs, of 100. An error is a card that does not show: four of them leave nothing. */
const costs: Readonly<Record<Severity, number>> = { error: 25, warning: 6, info: 0 };

/** Groups that judge the page for its readers, whatever network they came from. */
const ownGroups: readonly RuleGroup[] = ["spreading", "reading", "staying", "speed", "relevance"];
const cardGroups: readonly RuleGroup[] = ["fetching", "placement", "identity", "text", "image", "extras"];

/** Of the page's score; the readers' groups have the rest. */
const shareOfCards = 0.75;

/**
 * Each network and each group begins at 100 and loses by its broken rules, each counted once at its worst. The page's
 * score is three parts the mean of the networks and one part the mean of the readers' groups.
 */
export function scoreFindings(findings: readonly Found[], networks: readonly NetworkId[]): Score {
  const perNetwork = Object.fromEntries(
    networks.map((id) => [id, remaining(findings.filter((found) => concerns(found, id)))]),
  );
  const perGroup = Object.fromEntries(
    [...cardGroups, ...ownGroups].map((group) => [
      group,
      remaining(findings.filter((found) => found.group === group)),
    ]),
  );
  const cards = mean(Object.values(perNetwork));
  const own = mean(ownGroups.map((group) => perGroup[group] ?? 100));
  return {
    page: Math.round(networks.length > 0 ? shareOfCards * cards + (1 - shareOfCards) * own : own),
    networks: perNetwork,
    groups: perGroup,
  };
}

/** A site's score is the mean of its pages': each page is somebody's first. */
export function scoreSite(scores: readonly Score[]): Score {
  const judged = scores.filter(({ page }) => page !== undefined);
  if (judged.length === 0) return { page: undefined, networks: {}, groups: {} };
  return {
    page: meanOf(judged.map(({ page }) => page)),
    networks: meansByName(judged.map(({ networks }) => networks)),
    groups: meansByName(judged.map(({ groups }) => groups)),
  };
}

function concerns({ networks }: Found, id: NetworkId): boolean {
  if (networks === "all") return true;
  return networks !== "none" && networks.includes(id);
}

function remaining(findings: readonly Found[]): number {
  const worst = new Map<string, number>();
  for (const { ruleId, severity } of findings)
    worst.set(ruleId, Math.max(worst.get(ruleId) ?? 0, costs[severity]));
  return Math.max(0, 100 - [...worst.values()].reduce((sum, cost) => sum + cost, 0));
}

function meansByName<Name extends string>(
  tables: readonly Readonly<Partial<Record<Name, number>>>[],
): Partial<Record<Name, number>> {
  const names = new Set(tables.flatMap((table) => keysOf(table)));
  const means: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = meanOf(tables.map((table) => table[name]));
    if (value !== undefined) means[name] = value;
  }
  return means;
}

/** `Object.keys` forgets the names' type; these tables are made here and hold no others. */
const keysOf = <Name extends string>(table: Readonly<Partial<Record<Name, number>>>) =>
  Object.keys(table) as Name[];

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.round(mean(known)) : undefined;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
