import { useTranslation } from "react-i18next";
import type { Preview } from "#src/api/operations.ts";

type Finding = Preview["findings"][number];

/** A finding as the server words it. */
export function useFindingWords(): (finding: Finding) => { message: string; remedy: string } {
  useTranslation();
  return ({ message, remedy }) => ({ message, remedy });
}
