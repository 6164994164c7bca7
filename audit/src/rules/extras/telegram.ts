import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findContent, findMeta, quote, writeMeta } from "../tags.ts";
import { isArticle } from "../things.ts";

export const telegramRule: Rule = {
  id: "LP64",
  group: "extras",
  title: { en: "An article for Telegram", ru: "Статья для Telegram" },
  why: {
    en: "Instant View takes the date from article:published_time and shows a button to follow the channel named in telegram:channel.",
    ru: "Instant View берёт дату из article:published_time и показывает кнопку подписки на канал из telegram:channel.",
  },
  severity: "info",
  networks: ["telegram"],
  grade: "B",
  source: "Reported for Telegram's Instant View",
  reach: "page",
  says: {
    "no-channel": {
      what: {
        en: "The article names no telegram:channel.",
        ru: "В статье не указан telegram:channel.",
      },
      remedy: {
        en: 'If you have a channel: <meta name="telegram:channel" content="@…">.',
        ru: 'Если у вас есть канал: <meta name="telegram:channel" content="@…">.',
      },
    },
    "bad-channel": {
      what: {
        en: "telegram:channel is “{value}”; the name of a channel begins with @.",
        ru: "telegram:channel равен «{value}», а имя канала начинается с @.",
      },
      remedy: {
        en: "Write @ and the channel's public name: 5 to 32 letters, digits and underscores.",
        ru: "Напишите @ и публичное имя канала: 5–32 латинские буквы, цифры и подчёркивания.",
      },
    },
    "no-date": {
      what: {
        en: "The article has no article:published_time: Instant View shows no date.",
        ru: "В статье нет article:published_time: Instant View не покажет дату.",
      },
      remedy: {
        en: "Add the day and hour of publication in ISO 8601.",
        ru: "Добавьте день и час публикации в ISO 8601.",
      },
    },
  },
  check(subject: Subject): Finding[] {
    const networks = among(subject, ["telegram"]);
    if (networks.length === 0 || !isArticle(subject.page)) return [];
    return [...channelOf(subject), ...dateOf(subject)].map((finding) => ({
      severity: "info",
      networks,
      ...finding,
    }));
  },
};

type Part = Omit<Finding, "severity" | "networks">;

function channelOf({ page }: Subject): Part[] {
  const meta = findMeta(page, "telegram:channel");
  if (!meta) return [{ key: "no-channel", values: {} }];
  const value = meta.content.trim();
  if (/^@\w{5,32}$/.test(value)) return [];
  const [, name] = /(?:^|t\.me\/)(\w{5,32})\/?$/.exec(value) ?? [];
  return [
    {
      key: "bad-channel",
      values: { value: value.slice(0, 100) },
      ...quote(meta),
      ...(name ? { paste: writeMeta("telegram:channel", `@${name}`) } : {}),
    },
  ];
}

function dateOf({ page }: Subject): Part[] {
  if (findContent(page, "article:published_time") !== undefined) return [];
  return [{ key: "no-date", values: {} }];
}
