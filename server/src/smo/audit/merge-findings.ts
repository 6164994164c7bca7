import type { Found, Severity } from "@samovar/audit";

/** All findings of one sentence of one rule on a page. */
export interface Merged {
  /** `LP02:missing`. */
  readonly name: string;
  readonly ruleId: string;
  readonly key: string;
  /** The worst of them. */
  readonly severity: Severity;
  /** Whom they concern: ids, or `all`, or `none`. */
  readonly networks: readonly string[];
  readonly first: Found;
}

const order: readonly Severity[] = ["error", "warning", "info"];

export const bySeverity = (
  one: { readonly severity: Severity },
  other: { readonly severity: Severity },
): number => order.indexOf(one.severity) - order.indexOf(other.severity);

/** Pure: one entry a sentence, the worst first. */
export function mergeFindings(findings: readonly Found[]): Merged[] {
  const groups = Map.groupBy(findings, ({ ruleId, key }) => `${ruleId}:${key}`);
  return [...groups].flatMap(([name, some]) => {
    const [first] = some.toSorted(bySeverity);
    if (!first) return [];
    const { ruleId, key, severity } = first;
    return [{ name, ruleId, key, severity, networks: concernedBy(some), first }];
  });
}

function concernedBy(findings: readonly Found[]): string[] {
  const named = findings.map(({ networks }) => networks);
  if (named.includes("all")) return ["all"];
  const ids = [...new Set(named.flatMap((networks) => (typeof networks === "string" ? [] : [...networks])))];
  return ids.length > 0 ? ids.sort() : ["none"];
}

export const namesOf = (found: readonly Merged[]): string[] => found.map(({ name }) => name).sort();
