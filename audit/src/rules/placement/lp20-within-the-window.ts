import type { NetworkId } from "../../networks/network.ts";
import type { Meta } from "../../page/page.ts";
import { namesOf } from "../fetching/each-robot.ts";
import type { Finding, Rule, Severity, Subject } from "../rule.ts";
import { among, countBytes, quote } from "../tags.ts";
import { socialMetas, sourcesOf } from "./social-metas.ts";

/**
 * Bytes of the decompressed page that each reads. Facebook says that it reads 1 MB and asks for 524,288 bytes; a guide
 * claims that it stops at 60 kB (B), so that is a warning.
 */
const windows: readonly { readonly id: NetworkId; readonly bytes: number; readonly severity: Severity }[] = [
  { id: "slack", bytes: 32_768, severity: "error" },
  { id: "facebook", bytes: 60_000, severity: "warning" },
  { id: "threads", bytes: 60_000, severity: "warning" },
  { id: "whatsapp", bytes: 300_000, severity: "error" },
  { id: "facebook", bytes: 524_288, severity: "error" },
  { id: "threads", bytes: 524_288, severity: "error" },
  { id: "signal", bytes: 1_024_000, severity: "error" },
  { id: "mastodon", bytes: 1_048_576, severity: "error" },
];

export const withinTheWindow: Rule = {
  id: "LP20",
  group: "placement",
  title: { en: "Tags near the top", ru: "Теги в начале страницы" },
  why: {
    en: "Robots read the beginning of the page and stop: Slack after 32,768 bytes, WhatsApp after 300 kB, Facebook, Mastodon and Signal by 1 MB. A tag behind that does not exist for them.",
    ru: "Роботы читают начало страницы и останавливаются: Slack — на 32 768 байтах, WhatsApp — на 300 кБ, Facebook, Mastodon и Signal — не позже 1 МБ. Тегов дальше для них нет.",
  },
  severity: "error",
  networks: ["slack", "facebook", "threads", "whatsapp", "signal", "mastodon"],
  grade: "A",
  source:
    "https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews; https://developers.facebook.com/docs/sharing/webmasters/crawler; https://github.com/mastodon/mastodon/blob/main/app/services/fetch_link_card_service.rb; Slack's 32,768 and Facebook's 60 kB: opengraphplus.com (B)",
  reach: "page",
  says: {
    beyond: {
      what: {
        en: "Reading limit of {names}: {limit} bytes or little more; {tag} ends at byte {end}.",
        ru: "Граница чтения ({names}): {limit} байт или чуть больше; {tag} кончается на байте {end}.",
      },
      remedy: {
        en: "Move these tags right behind <meta charset>, before styles and scripts (line {line}).",
        ru: "Перенесите эти теги сразу за <meta charset>, до стилей и скриптов (сейчас строка {line}).",
      },
    },
    doubtful: {
      what: {
        en: "By some accounts, reading limit of {names}: {limit} bytes; {tag} ends at byte {end}.",
        ru: "По некоторым данным, граница чтения ({names}) — {limit} байт; {tag} кончается на байте {end}.",
      },
      remedy: {
        en: "Move these tags right behind <meta charset>, before styles and scripts (line {line}).",
        ru: "Перенесите эти теги сразу за <meta charset>, до стилей и скриптов (сейчас строка {line}).",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const metas = socialMetas(subject.page);
  const last = metas.at(-1);
  if (!last) return [];
  const blind = windows.filter(({ id, bytes }) => endOf(last) > bytes && subject.networks.includes(id));
  const lost = new Set(blind.filter(({ severity }) => severity === "error").map(({ id }) => id));
  const doubted = blind.filter(({ id, severity }) => severity === "warning" && !lost.has(id));
  return [
    ...tell("beyond", { subject, last, networks: [...lost] }),
    ...tell("doubtful", { subject, last, networks: doubted.map(({ id }) => id) }),
  ];
}

interface Told {
  readonly subject: Subject;
  readonly last: Meta;
  readonly networks: readonly NetworkId[];
}

function tell(key: "beyond" | "doubtful", { subject, last, networks }: Told): Finding[] {
  if (networks.length === 0) return [];
  const severity = key === "beyond" ? "error" : "warning";
  const passed = windows.filter((each) => networks.includes(each.id) && each.severity === severity);
  const limit = Math.min(...passed.map(({ bytes }) => bytes));
  const behind = socialMetas(subject.page).filter((meta) => endOf(meta) > limit);
  return [
    {
      key,
      severity,
      networks: among({ networks }, subject.networks),
      values: { tag: last.name, end: endOf(last), names: namesOf(networks), limit, line: last.line },
      ...quote(last),
      paste: sourcesOf(behind),
      repair: "tags",
    },
  ];
}

const endOf = ({ offset, source }: Meta): number => offset + countBytes(source);
