import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import {
  among,
  charactersOf,
  countBytes,
  countCharacters,
  cutToBytes,
  findContent,
  metasNamed,
  ownTitle,
  quote,
  squeeze,
  writeMeta,
} from "../tags.ts";

const comfortable = 60;
const longest = 70;
/** A reported experiment: what is longer than 70 bytes is cut to 67 and an ellipsis. */
const discord = { maxBytes: 70, keptBytes: 67 };

export const titleRule: Rule = {
  id: "LP40",
  group: "text",
  title: { en: "A title that fits", ru: "Заголовок помещается" },
  why: {
    en: "The title is the largest text on the card. Networks cut what is longer than their line, each in its own unit, and some show the site's name a second time.",
    ru: "Заголовок — самый крупный текст карточки. Сети обрезают всё, что длиннее их строки, каждая в своих единицах, а некоторые показывают имя сайта во второй раз.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews; X cards markup (70 characters); Discord's bytes: a reported experiment (B)",
  reach: "page",
  says: {
    missing: {
      what: {
        en: "There is no og:title. WhatsApp asks for it; the others guess.",
        ru: "Нет og:title. WhatsApp его требует, остальные угадывают.",
      },
      remedy: { en: "Put this tag into the head.", ru: "Добавьте этот тег в head." },
    },
    nothing: {
      what: {
        en: "The page has no title at all: neither og:title nor <title>. Its card has nothing to say.",
        ru: "У страницы совсем нет заголовка: ни og:title, ни <title>. Карточке нечего сказать.",
      },
      remedy: {
        en: "Write og:title and <title>: 1 to 60 characters, what the page is about.",
        ru: "Напишите og:title и <title>: от 1 до 60 знаков, о чём страница.",
      },
    },
    empty: {
      what: { en: "og:title is there, but empty.", ru: "og:title есть, но пустой." },
      remedy: {
        en: "Say in 1 to 60 characters what the page is about.",
        ru: "Скажите в 1–60 знаках, о чём страница.",
      },
    },
    "too-long": {
      what: {
        en: "The title has {length} characters; X shows 70, and the others cut sooner.",
        ru: "Длина заголовка — {length} знаков; X показывает 70, остальные обрезают раньше.",
      },
      remedy: {
        en: "Shorten it to 60; what matters comes first. Whole words fit up to “{fits}”.",
        ru: "Сократите до 60; главное — в начале. Целиком помещается «{fits}».",
      },
    },
    long: {
      what: {
        en: "The title has {length} characters; beyond 60 many networks cut it.",
        ru: "Длина заголовка — {length} знаков; после 60 многие сети обрезают.",
      },
      remedy: {
        en: "Shorten it to 60, or see to it that it is understood up to “{fits}”.",
        ru: "Сократите до 60 или проследите, чтобы он был понятен уже на «{fits}».",
      },
    },
    bytes: {
      what: {
        en: "Discord counts bytes: of the title's {bytes} it shows 67: “{shown}…”.",
        ru: "Discord считает байты: из {bytes} байт заголовка он покажет 67: «{shown}…».",
      },
      remedy: {
        en: "Keep it within 70 bytes of UTF-8: 70 Latin or about 35 Cyrillic letters.",
        ru: "Уложитесь в 70 байт UTF-8: это 70 латинских букв или около 35 русских.",
      },
    },
    branded: {
      what: {
        en: "The title carries the site's name, “{brand}”, which the card shows by itself.",
        ru: "В заголовке стоит имя сайта «{brand}», а карточка и так его показывает.",
      },
      remedy: {
        en: "Leave the name to og:site_name and keep og:title without it.",
        ru: "Оставьте имя в og:site_name, а из og:title уберите.",
      },
    },
  },
  check: checkTitle,
};

function checkTitle(subject: Subject): Finding[] {
  const { page } = subject;
  const meta = metasNamed(page, "og:title")[0];
  if (!meta) return absent(subject);
  const title = squeeze(meta.content);
  if (title === "") return [{ ...empty, ...quote(meta), ...pasteOwn(page) }];
  return [...lengthOf(title), ...bytesOf(title, subject), ...brandOf(title, subject)].map((finding) => ({
    ...finding,
    ...quote(meta),
  }));
}

const empty = { key: "empty", severity: "error", networks: "all", values: {} } as const;

function absent(subject: Subject): Finding[] {
  const own = ownTitle(subject.page);
  if (own === undefined) return [{ key: "nothing", severity: "error", networks: "all", values: {} }];
  const strict = among(subject, ["whatsapp"]);
  return [
    {
      key: "missing",
      severity: strict.length > 0 ? "error" : "warning",
      networks: strict.length > 0 ? strict : "all",
      values: {},
      ...pasteOwn(subject.page),
    },
  ];
}

function pasteOwn(page: Page): Pick<Finding, "paste" | "repair"> {
  const own = ownTitle(page);
  return own === undefined ? {} : { paste: writeMeta("og:title", own), repair: "tags" };
}

function lengthOf(title: string): Finding[] {
  const length = countCharacters(title);
  if (length <= comfortable) return [];
  const fits = charactersOf(title)
    .slice(0, comfortable)
    .join("")
    .replace(/\s+\S*$/u, "");
  return [
    {
      key: length > longest ? "too-long" : "long",
      severity: "warning",
      networks: "all",
      values: { length, fits },
    },
  ];
}

function bytesOf(title: string, subject: Subject): Finding[] {
  const networks = among(subject, ["discord"]);
  const bytes = countBytes(title);
  if (bytes <= discord.maxBytes || networks.length === 0) return [];
  const shown = cutToBytes(title, discord.keptBytes);
  return [{ key: "bytes", severity: "warning", networks, values: { bytes, shown } }];
}

function brandOf(title: string, subject: Subject): Finding[] {
  const networks = among(subject, ["whatsapp", "imessage"]);
  const parted = /^(.+?)\s+[|–—·•»/:-]\s+([^|–—·•»]+)$/u.exec(title);
  const [, first = "", last = ""] = parted ?? [];
  const brand = [last, first].find((part) => isBrand(part, subject.page));
  if (!parted || brand === undefined || networks.length === 0) return [];
  const bare = brand === last ? first : last;
  return [
    {
      key: "branded",
      severity: "warning",
      networks,
      values: { brand },
      paste: writeMeta("og:title", bare),
      repair: "tags",
    },
  ];
}

/** The site's own name, as its tag or its host says it. */
function isBrand(part: string, page: Page): boolean {
  const host = (URL.parse(page.url)?.hostname ?? "").replace(/^www\./, "");
  const names = [findContent(page, "og:site_name") ?? "", host, host.split(".").at(-2) ?? ""];
  return names.some((name) => bare(name) !== "" && bare(name) === bare(part));
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
