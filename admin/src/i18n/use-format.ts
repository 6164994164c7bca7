import { use, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SessionContext } from "#src/api/session.tsx";
import { createFormat, type Format } from "./format.ts";

/** Writes dates and numbers in the person's language and the workspace's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const zone =
    use(SessionContext)?.workspace.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => createFormat(i18n.language, zone), [i18n.language, zone]);
}
