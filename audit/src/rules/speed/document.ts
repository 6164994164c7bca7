import type { Finding, Rule, Subject } from "../rule.ts";
import { forReaders, visitByPhone } from "./phone.ts";

/** Our own figure: decompressed, about a second of work for a cheap phone before anything is shown. */
const heavyBytes = 500_000;
/** Lighthouse does not ask for compression where less would be saved. */
const worthCompressing = 1400;

export const documentWeightRule: Rule = {
  id: "SD03",
  group: "speed",
  title: { en: "A light document", ru: "Лёгкий документ" },
  why: {
    en: "The phone must read the whole HTML before the page is ready; much of what makes it heavy is data for scripts.",
    ru: "Телефон должен прочесть весь HTML, прежде чем страница готова; тяжёлым его чаще всего делают данные для скриптов.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own figure: 500 kB of HTML, decompressed",
  reach: "web",
  says: {
    heavy: {
      what: {
        en: "The HTML is {kilobytes} kB, decompressed; a page of text needs a tenth of it.",
        ru: "HTML в развёрнутом виде — {kilobytes} КБ; странице с текстом хватает десятой части.",
      },
      remedy: {
        en: "Take inlined pictures (data:), styles and data for scripts out of the document.",
        ru: "Вынесите из документа встроенные картинки (data:), стили и данные для скриптов.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const answer = await visitByPhone(subject);
    if (!answer || answer.body.byteLength <= heavyBytes) return [];
    const values = { kilobytes: Math.round(answer.body.byteLength / 1000) };
    return [{ ...forReaders, key: "heavy", values }];
  },
};

export const compressionRule: Rule = {
  id: "SD04",
  group: "speed",
  title: { en: "Text sent compressed", ru: "Текст передаётся сжатым" },
  why: {
    en: "Compressed HTML is three to five times smaller, and comes sooner by as much.",
    ru: "Сжатый HTML меньше в три–пять раз и приходит настолько же быстрее.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://developer.chrome.com/docs/lighthouse/performance/uses-text-compression",
  reach: "web",
  says: {
    uncompressed: {
      what: {
        en: "The phone offers gzip and br, and gets {kilobytes} kB uncompressed.",
        ru: "Телефон принимает gzip и br, а получает {kilobytes} КБ без сжатия.",
      },
      remedy: {
        en: "Turn compression on for text/html in the web server: `gzip on;` in nginx, `encode` in Caddy.",
        ru: "Включите в веб-сервере сжатие для text/html: `gzip on;` в nginx, `encode` в Caddy.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const answer = await visitByPhone(subject);
    if (!answer || answer.contentEncoding !== "identity" || answer.body.byteLength <= worthCompressing)
      return [];
    const values = { kilobytes: Math.round(answer.body.byteLength / 100) / 10 };
    return [{ ...forReaders, key: "uncompressed", values }];
  },
};

export const cachingRule: Rule = {
  id: "SD05",
  group: "speed",
  title: { en: "The page may be kept", ru: "Страницу можно хранить" },
  why: {
    en: "A link that spreads brings everybody at once. What may be kept for a minute is made once a minute and not a thousand times.",
    ru: "Разошедшаяся ссылка приводит всех сразу. То, что можно хранить минуту, готовят раз в минуту, а не тысячу раз.",
  },
  severity: "info",
  networks: "none",
  grade: "A",
  source: "https://www.rfc-editor.org/rfc/rfc9111",
  reach: "web",
  says: {
    untold: {
      what: {
        en: "The answer has neither Cache-Control nor ETag nor Last-Modified: nobody knows whether it may be kept.",
        ru: "В ответе нет ни Cache-Control, ни ETag, ни Last-Modified: никто не знает, можно ли его хранить.",
      },
      remedy: {
        en: "Send this header with public pages.",
        ru: "Отправляйте с открытыми страницами этот заголовок.",
      },
    },
    forbidden: {
      what: {
        en: "Cache-Control says “{value}”: every reader and robot has the page made anew.",
        ru: "Cache-Control говорит «{value}»: для каждого читателя и робота страницу готовят заново.",
      },
      remedy: {
        en: "Keep no-store for pages that show something personal; send this header with the public ones.",
        ru: "Оставьте no-store страницам с личным, а с открытыми отправляйте этот заголовок.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const answer = await visitByPhone(subject);
    if (!answer) return [];
    const common = {
      severity: "info",
      networks: "none",
      paste: "Cache-Control: public, max-age=60",
    } as const;
    const control = answer.headers.get("cache-control") ?? "";
    if (/\bno-store\b/i.test(control))
      return [{ ...common, key: "forbidden", values: { value: control.slice(0, 100) } }];
    const isTold = ["cache-control", "etag", "last-modified", "expires"].some((name) =>
      answer.headers.has(name),
    );
    return isTold ? [] : [{ ...common, key: "untold", values: {} }];
  },
};
