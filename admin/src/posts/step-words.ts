import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";

type Step = Output<"getPublication">["steps"][number];

/** A step of the ledger in the reader's language, with its own particulars. */
export function useStepWords() {
  const { t, i18n } = useTranslation();
  return {
    textOf: ({ kind, detail }: Step): string => {
      const key = `steps.${kind}`;
      return i18n.exists(key) ? t(key as "steps.published", plain(detail)) : kind.replaceAll("_", " "); // only keys that exist are asked
    },
    actorOf: ({ actor }: Step): string =>
      actor.name === "" || actor.kind === "job" ? t("history.house") : actor.name,
  };
}

/** Only what can stand in a sentence. */
const plain = (detail: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
