import type { Output } from "#src/api/operations.ts";

export type List = Output<"getList">;
/** What an editor changes of a list before it is kept. */
export type ListDraft = Pick<
  List,
  | "title"
  | "size"
  | "isOn"
  | "holdOutPercent"
  | "holdOutSees"
  | "explorePercent"
  | "maxAgeDays"
  | "pins"
  | "bans"
  | "quotas"
>;

export function draftOf(list: List): ListDraft {
  const { title, size, isOn, holdOutPercent, holdOutSees, explorePercent, maxAgeDays } = list;
  const { pins, bans, quotas } = list;
  return { title, size, isOn, holdOutPercent, holdOutSees, explorePercent, maxAgeDays, pins, bans, quotas };
}

/** The same things, one of them in another place. Pure. */
export function moved<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const thing = things[from];
  if (thing === undefined || to < 0 || to >= things.length) return [...things];
  return things.toSpliced(from, 1).toSpliced(to, 0, thing);
}

/** A pattern a line; empty lines are none. */
export const patternsIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((pattern) => ({ pattern }));
