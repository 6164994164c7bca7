import type { Row } from "#src/api/operations.ts";

type Rule = Row<"listWelcomeRules">;

/** A rule as its form holds it: all texts. */
export interface RuleDraft {
  readonly name: string;
  readonly place: number;
  readonly isOn: boolean;
  /** One a line. */
  readonly sources: string;
  readonly arrivedBy: string;
  readonly campaign: string;
  readonly visitors: string;
  readonly textEn: string;
  readonly textRu: string;
  readonly listKey: string;
  readonly followUrl: string;
  readonly followLabelEn: string;
  readonly followLabelRu: string;
  readonly holdOutPercent: number;
  readonly everyDays: number;
}

export function draftOf(rule: Rule | undefined): RuleDraft {
  if (!rule) return fresh;
  return {
    ...rule,
    sources: rule.sources.join("\n"),
    campaign: rule.campaign ?? "",
    listKey: rule.listKey ?? "",
    followUrl: rule.followUrl ?? "",
    followLabelEn: rule.followLabelEn ?? "",
    followLabelRu: rule.followLabelRu ?? "",
  };
}

const fresh: RuleDraft = {
  name: "",
  place: 0,
  isOn: true,
  sources: "",
  arrivedBy: "any",
  campaign: "",
  visitors: "all",
  textEn: "",
  textRu: "",
  listKey: "next",
  followUrl: "",
  followLabelEn: "",
  followLabelRu: "",
  holdOutPercent: 10,
  everyDays: 30,
};

const arrivals = ["any", "link", "share"] as const;
const whom = ["all", "newcomers", "regulars"] as const;
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** What the server is told of it. Pure. */
export function settingsOf(draft: RuleDraft) {
  const { name, place, isOn, textEn, textRu, holdOutPercent, everyDays } = draft;
  return {
    name,
    place,
    isOn,
    textEn,
    textRu,
    holdOutPercent,
    everyDays,
    sources: draft.sources
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    arrivedBy: arrivals.find((one) => one === draft.arrivedBy) ?? "any",
    visitors: whom.find((one) => one === draft.visitors) ?? "all",
    campaign: orNull(draft.campaign),
    listKey: orNull(draft.listKey),
    followUrl: orNull(draft.followUrl),
    followLabelEn: orNull(draft.followLabelEn),
    followLabelRu: orNull(draft.followLabelRu),
  };
}
