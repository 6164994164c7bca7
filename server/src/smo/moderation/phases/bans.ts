import type { Phase } from "../inquiry.ts";

/** Whom a moderator has banned, by account, e-mail or network address. */
export const bans: Phase = {
  name: "bans",
  look({ entries }) {
    const ban =
      entries.find(({ effect }) => effect === "ban") ?? entries.find(({ effect }) => effect === "shadow");
    if (!ban) return undefined;
    return { decision: "reject", code: `banned_${ban.kind}`, isShadow: ban.effect === "shadow" };
  },
};
