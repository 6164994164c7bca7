import type { Arrival } from "./find-arrival.ts";
import type { WelcomeRule } from "./schema.ts";

/** The first rule that fits, in their order. Pure. */
export function fitRule(
  rules: readonly WelcomeRule[],
  arrival: Arrival,
  isRegular: boolean,
): WelcomeRule | undefined {
  const names = new Set(arrival.sources.map((name) => name.toLowerCase()));
  return rules
    .toSorted((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
    .find(
      (rule) =>
        rule.isOn &&
        (rule.sources.length === 0 || rule.sources.some((name) => names.has(name.toLowerCase()))) &&
        (rule.arrivedBy === "any" || rule.arrivedBy === arrival.by) &&
        (rule.campaign === null || rule.campaign === arrival.campaign) &&
        (rule.visitors === "all" || (rule.visitors === "regulars") === isRegular),
    );
}
