import type { ListKind } from "./schema.ts";

interface Noted {
  readonly kind: ListKind;
  readonly isFresh: boolean;
  readonly comments: number;
}

const words = {
  en: { fresh: "New", comments: { one: "comment", few: "comments", many: "comments", other: "comments" } },
  ru: {
    fresh: "Новое",
    comments: { one: "комментарий", few: "комментария", many: "комментариев", other: "комментария" },
  },
};

/** A few words under an entry's title, or none. */
export function noteOf({ kind, isFresh, comments }: Noted, language: "en" | "ru"): string | null {
  if (isFresh) return words[language].fresh;
  if (kind !== "discussed" || comments === 0) return null;
  const form = new Intl.PluralRules(language).select(comments);
  const forms: Readonly<Record<string, string>> = words[language].comments;
  return `${comments.toLocaleString(language)} ${forms[form] ?? forms["other"] ?? ""}`;
}
