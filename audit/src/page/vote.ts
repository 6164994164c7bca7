import type { Meta, Page } from "./page.ts";

/** What one source says, and how much it is believed: sources that say the same add up. */
export interface Vote {
  readonly value: string;
  readonly weight: number;
}

/**
 * The value that sources agree on best: those that say the same add up their weights. Where two weigh the same, the
 * one that was said first.
 */
export function elect(votes: readonly Vote[], sameness: (value: string) => string): string | undefined {
  const tally = new Map<string, { readonly value: string; weight: number }>();
  for (const { value, weight } of votes) {
    const key = sameness(value);
    const counted = tally.get(key);
    if (counted) counted.weight += weight;
    else tally.set(key, { value, weight });
  }
  let best: { readonly value: string; weight: number } | undefined;
  for (const each of tally.values()) if (!best || each.weight > best.weight) best = each;
  return best?.value;
}

/** Where a page can say a thing, best first, with what that place weighs against the others. Lower case. */
export type Sources = Readonly<Record<string, number>>;

/** Contents of the metas of these names, in the order of the names, empty ones left out. */
export function metaVotes(page: Page, sources: Sources): Vote[] {
  return Object.entries(sources).flatMap(([name, weight]) => {
    const meta = page.metas.find((each) => each.content.trim() !== "" && isNamed(each, name));
    return meta ? [{ value: oneLine(meta.content), weight }] : [];
  });
}

/** RDFa lets a `property` name several things, and Dublin Core is written with a colon as often as with a dot. */
function isNamed({ name, secondName }: Meta, wanted: string): boolean {
  if (name === wanted || secondName === wanted) return true;
  return (
    /[\s:]/.test(name) &&
    name.split(/\s+/).some((word) => word === wanted || word.replace(/^(dc\w*):/, "$1.") === wanted)
  );
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const voteFor = (text: string | undefined, weight: number): Vote[] =>
  text === undefined || oneLine(text) === "" ? [] : [{ value: oneLine(text), weight }];

/** What two texts have in common when only letters and digits count. */
export const sameText = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
