import type { Finding, Rule, Subject } from "../rule.ts";
import { among, quote } from "../tags.ts";

export const noNoindex: Rule = {
  id: "LP04",
  group: "fetching",
  title: { en: "No noindex on what is shared", ru: "Без noindex на том, чем делятся" },
  why: {
    en: "Telegram takes noindex as a wish to have no preview, and remembers it after it is gone.",
    ru: "Telegram понимает noindex как отказ от предпросмотра и помнит его, даже когда он убран.",
  },
  severity: "warning",
  networks: ["telegram"],
  grade: "B",
  source: "https://opengraphplus.com/consumers/telegram/crawling",
  reach: "page",
  says: {
    meta: {
      what: { en: "The page says noindex in a meta tag.", ru: "Страница содержит noindex в метатеге." },
      remedy: {
        en: "If the page is meant to be shared, put this in its place; then send its address to @WebpageBot, so that Telegram forgets.",
        ru: "Если страницей должны делиться, замените тег этим, а затем отправьте её адрес боту @WebpageBot, чтобы Telegram забыл запрет.",
      },
    },
    header: {
      what: {
        en: "The page comes with the header X-Robots-Tag: {header}.",
        ru: "Страница приходит с заголовком X-Robots-Tag: {header}.",
      },
      remedy: {
        en: "If the page is meant to be shared, send this instead; then send its address to @WebpageBot, so that Telegram forgets.",
        ru: "Если страницей должны делиться, отдавайте вместо него этот, а затем отправьте её адрес боту @WebpageBot, чтобы Telegram забыл запрет.",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const networks = among(subject, ["telegram"]);
  if (networks.length === 0) return [];
  const found = { severity: "warning", networks } as const;
  const meta = subject.page.metas.find(
    ({ name, content }) => (name === "robots" || name === "telegrambot") && forbids(content),
  );
  const header = subject.visit.answer?.headers.get("x-robots-tag") ?? "";
  return [
    ...(meta
      ? [
          {
            ...found,
            key: "meta",
            values: {},
            ...quote(meta),
            paste: `<meta name="${meta.name}" content="index, follow">`,
          },
        ]
      : []),
    ...(forbidsTelegram(header)
      ? [{ ...found, key: "header", values: { header }, paste: "X-Robots-Tag: index, follow" }]
      : []),
  ];
}

const forbids = (directives: string): boolean =>
  directives.split(",").some((each) => /^(noindex|none)$/i.test(each.trim()));

/** `googlebot: noindex, nofollow`: a name holds until the next one, and directives with values are no names. */
function forbidsTelegram(header: string): boolean {
  let isMeant = true;
  for (const part of header.split(",")) {
    const [, name, rest] = /^\s*([\w-]+)\s*:(.*)$/s.exec(part) ?? [];
    const isNamed =
      name !== undefined && !/^(unavailable_after|max-(snippet|image-preview|video-preview))$/i.test(name);
    if (isNamed) isMeant = /^telegrambot$/i.test(name);
    if (isMeant && forbids(isNamed ? (rest ?? "") : part)) return true;
  }
  return false;
}
