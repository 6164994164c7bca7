import { useTranslation } from "react-i18next";
import type { Publication } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";

type Problem = NonNullable<Publication["problem"]>;

/** What went wrong with a publication: our title, the network's own words, what to do and what happens next. */
export function useProblemWords(): (problem: Problem) => { title: string; hint: string } {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ title, words, hint, next }) => ({
    title,
    hint: [
      words ? t("posts.networkSays", { words }) : "",
      hint ?? "",
      next ? t("posts.nextTry", { when: format.relative(next) }) : "",
    ]
      .filter(Boolean)
      .join(" "),
  });
}
