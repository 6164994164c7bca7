import { useTranslation } from "react-i18next";
import type { Preview } from "#src/api/operations.ts";
import { useLimitWords } from "#src/channels/limit-words.ts";

type Finding = Preview["findings"][number];

const kinds = ["empty", "too-long", "too-short", "too-many", "too-few", "too-large", "not-allowed"] as const;

/** What a network says against a draft, in the page's language; a kind we have no words for keeps the server's. */
export function useFindingWords(): (finding: Finding) => { message: string; remedy: string } {
  const { t } = useTranslation();
  const { nameOf, countOf } = useLimitWords();
  return ({ ruleId, kind, unit, value, limit, message, remedy }) => {
    const known = kinds.find((each) => each === kind);
    if (!known) return { message, remedy };
    const shown = {
      value: typeof value === "number" ? countOf(value, unit) : value,
      limit:
        typeof limit === "number"
          ? countOf(limit, unit)
          : limit.map((each) => each.replace(/^image\//, "")).join(", "),
    };
    const what = known === "empty" ? "" : `${nameOf({ id: ruleId.slice(ruleId.indexOf(".") + 1) })}. `;
    return {
      message: `${what}${t(`findings.${known}`, shown)}`,
      remedy: t(`findings.remedy.${known}`, shown),
    };
  };
}
