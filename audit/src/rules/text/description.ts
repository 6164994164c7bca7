import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import {
  among,
  charactersOf,
  countBytes,
  countCharacters,
  cutToBytes,
  cutToWords,
  findContent,
  findMeta,
  metasNamed,
  ownTitle,
  quote,
  squeeze,
  writeMeta,
} from "../tags.ts";

const shortest = 50;
const longest = 200;
/** A reported experiment: what is longer than 350 bytes is cut to 347 and an ellipsis. */
const discord = { maxBytes: 350, keptBytes: 347 };

export const descriptionRule: Rule = {
  id: "LP41",
  group: "text",
  title: { en: "A description worth reading", ru: "Описание, которое стоит прочесть" },
  why: {
    en: "The description says why to follow the link. Where it is missing, networks take whatever text comes first: a menu, a cookie notice.",
    ru: "Описание говорит, зачем идти по ссылке. Если его нет, сети берут первый попавшийся текст: меню, предупреждение о cookie.",
  },
  severity: "warning",
  networks: "all",
  grade: "A",
  source:
    "X cards markup (200 characters); https://github.com/misskey-dev/summaly src/general.ts (a description that repeats the title is dropped); Discord's bytes: a reported experiment (B)",
  reach: "page",
  says: {
    missing: {
      what: { en: "There is no og:description.", ru: "Нет og:description." },
      remedy: {
        en: "Put this tag into the head; 50 to 200 characters, what the reader gets here.",
        ru: "Добавьте этот тег в head: 50–200 знаков, что получит читатель.",
      },
    },
    short: {
      what: {
        en: "The description has {length} characters: too few to say anything.",
        ru: "Длина описания — {length} знаков: слишком мало, чтобы что-то сказать.",
      },
      remedy: {
        en: "Write 50 to 200 characters: what the reader gets here, and for whom it is.",
        ru: "Напишите 50–200 знаков: что получит читатель и для кого это.",
      },
    },
    long: {
      what: {
        en: "The description has {length} characters; X shows 200, and most show fewer.",
        ru: "Длина описания — {length} знаков; X показывает 200, большинство — меньше.",
      },
      remedy: {
        en: "Shorten it to 200, of which the first 170 hold the sense.",
        ru: "Сократите до 200, а смысл уложите в первые 170.",
      },
    },
    bytes: {
      what: {
        en: "Discord counts bytes: of the description's {bytes} it shows 347, up to “…{end}”.",
        ru: "Discord считает байты: из {bytes} байт описания он покажет 347, до слов «…{end}».",
      },
      remedy: {
        en: "Keep it within 350 bytes of UTF-8: about 175 Cyrillic letters.",
        ru: "Уложитесь в 350 байт UTF-8: это около 175 русских букв.",
      },
    },
    "same-as-title": {
      what: {
        en: "The description only repeats the title; Misskey drops it, the others waste a line.",
        ru: "Описание лишь повторяет заголовок: Misskey его выбросит, остальные потратят строку.",
      },
      remedy: {
        en: "Say what the title does not: a result, a figure, for whom it is.",
        ru: "Скажите то, чего нет в заголовке: итог, число, для кого это.",
      },
    },
  },
  check: checkDescription,
};

function checkDescription(subject: Subject): Finding[] {
  const { page } = subject;
  const meta = findMeta(page, "og:description");
  if (!meta) return [absent(page)];
  const text = squeeze(meta.content);
  return [...lengthOf(text), ...bytesOf(text, subject), ...sameOf(text, page)].map((finding) => ({
    ...finding,
    ...quote(meta),
  }));
}

function absent(page: Page): Finding {
  const own = ownDescription(page);
  const there = metasNamed(page, "og:description")[0];
  return {
    key: "missing",
    severity: "warning",
    networks: "all",
    values: {},
    ...(there ? quote(there) : {}),
    ...(own === undefined ? {} : { paste: writeMeta("og:description", own), repair: "tags" }),
  };
}

/** What the page says of itself elsewhere, or its first paragraph that is one. */
function ownDescription(page: Page): string | undefined {
  const said = findContent(page, "twitter:description", "description");
  const paragraph = page.text.main.split("\n").find((line) => countCharacters(line) >= shortest);
  const text = squeeze(said ?? paragraph ?? "");
  if (text === "") return undefined;
  const cut = cutToWords(text, longest - 1);
  return cut === text ? text : `${cut}…`;
}

function lengthOf(text: string): Finding[] {
  const length = countCharacters(text);
  if (length >= shortest && length <= longest) return [];
  const key = length < shortest ? "short" : "long";
  return [{ key, severity: "warning", networks: "all", values: { length } }];
}

function bytesOf(text: string, subject: Subject): Finding[] {
  const networks = among(subject, ["discord"]);
  const bytes = countBytes(text);
  if (bytes <= discord.maxBytes || networks.length === 0) return [];
  const end = charactersOf(cutToBytes(text, discord.keptBytes)).slice(-24).join("");
  return [{ key: "bytes", severity: "warning", networks, values: { bytes, end } }];
}

function sameOf(text: string, page: Page): Finding[] {
  if (text.toLowerCase() !== ownTitle(page)?.toLowerCase()) return [];
  return [{ key: "same-as-title", severity: "warning", networks: "all", values: {} }];
}
