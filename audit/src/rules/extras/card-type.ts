import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findMeta, quote, writeMeta } from "../tags.ts";

/** Kinds of card that are somebody's deliberate choice and no still picture. */
const others = new Set(["player", "app"]);

export const cardTypeRule: Rule = {
  id: "LP60",
  group: "extras",
  title: { en: "twitter:card asks for large", ru: "twitter:card просит крупную карточку" },
  why: {
    en: "X and Discord show the picture large only where twitter:card says summary_large_image.",
    ru: "X и Discord показывают картинку крупно, только если twitter:card равен summary_large_image.",
  },
  severity: "error",
  networks: ["x", "discord"],
  grade: "A",
  source:
    "https://developer.x.com/en/docs/x-for-websites/cards/overview/markup; Discord: a reported experiment (B)",
  reach: "page",
  says: {
    missing: {
      what: { en: "There is no twitter:card.", ru: "Нет twitter:card." },
      remedy: { en: "Put this tag into the head.", ru: "Добавьте этот тег в head." },
    },
    small: {
      what: {
        en: "twitter:card is “{value}”: the picture becomes a small square.",
        ru: "twitter:card равен «{value}»: картинка станет маленьким квадратом.",
      },
      remedy: { en: "Change it to summary_large_image.", ru: "Замените на summary_large_image." },
    },
    unknown: {
      what: {
        en: "twitter:card is “{value}”, which is no kind of card.",
        ru: "twitter:card равен «{value}», а такой карточки нет.",
      },
      remedy: { en: "Change it to summary_large_image.", ru: "Замените на summary_large_image." },
    },
  },
  check(subject: Subject): Finding[] {
    const networks = among(subject, ["x", "discord"]);
    const meta = findMeta(subject.page, "twitter:card");
    const value = meta?.content.trim().toLowerCase();
    if (networks.length === 0 || value === "summary_large_image" || others.has(value ?? "")) return [];
    return [
      {
        key: value === undefined ? "missing" : value === "summary" ? "small" : "unknown",
        severity: "error",
        networks,
        values: value === undefined ? {} : { value: value.slice(0, 60) },
        ...(meta ? quote(meta) : {}),
        paste: writeMeta("twitter:card", "summary_large_image"),
        repair: "tags",
      },
    ];
  },
};
