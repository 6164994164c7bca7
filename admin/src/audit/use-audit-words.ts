import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import type { AuditFinding } from "#src/api/operations.ts";

type Networks = AuditFinding["networks"];

/** The audit's words in the person's language: rules by their ids, networks by their names. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const { data } = useAsk("listAuditRules", {});
  const language: "en" | "ru" = i18n.language === "ru" ? "ru" : "en";
  const names = new Map<string, string>(data?.networks.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    language,
    networks: data?.networks ?? [],
    rules: data?.items ?? [],
    nameOf,
    ruleOf: (id: string) => data?.items.find((rule) => rule.id === id),
    /** "all networks", "X, Discord", or nothing where the page's own readers are meant. */
    tellNetworks: (networks: Networks): string => {
      if (networks === "all") return t("audit.allNetworks");
      return networks === "none" ? "" : networks.map(nameOf).join(", ");
    },
  };
}
