import type { Answer } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";

/** What a cache in front of the site says when it answered by itself. */
const cacheHeaders = ["x-cache", "cf-cache-status", "x-proxy-cache", "x-cache-status", "x-vercel-cache"];

export const fitForStampedes: Rule = {
  id: "LP10",
  group: "fetching",
  title: { en: "Fit for a stampede of robots", ru: "Готовность к наплыву роботов" },
  why: {
    en: "Each Mastodon instance that gets the post fetches the page by itself: hundreds within a minute. Only a page that a shared cache may keep stands that. The audit does not try it with a stampede, which would be rude: it reads what one answer to a preview robot says of caching.",
    ru: "Каждый сервер Mastodon, до которого дошёл пост, скачивает страницу сам: это сотни запросов за минуту. Такое выдержит только страница, которую может хранить общий кэш. Проверка не устраивает наплыва — это было бы невежливо, — а читает, что говорит о кэшировании один ответ роботу.",
  },
  severity: "warning",
  networks: ["mastodon"],
  grade: "B",
  source:
    "https://github.com/mastodon/mastodon/issues/4486; https://github.com/mastodon/mastodon/issues/21861",
  reach: "web",
  says: {
    cookies: {
      what: {
        en: "The page sets a cookie ({cookie}) even for a preview robot: shared caches then don't keep it.",
        ru: "Страница ставит cookie ({cookie}) даже роботу предпросмотра: общие кэши её тогда не хранят.",
      },
      remedy: {
        en: "Set no cookie until the visitor does something, and let robots have the page with this header.",
        ru: "Не ставьте cookie, пока посетитель ничего не сделал, и отдавайте роботам страницу с этим заголовком.",
      },
    },
    forbidden: {
      what: {
        en: "“Cache-Control: {header}” forbids shared caches to keep the page.",
        ru: "«Cache-Control: {header}» запрещает общим кэшам хранить страницу.",
      },
      remedy: {
        en: "For preview robots a minute is enough: send them this header.",
        ru: "Роботам предпросмотра хватит минуты: отдавайте им этот заголовок.",
      },
    },
    varies: {
      what: {
        en: "“Vary: {header}” makes a copy for each visitor: a cache hits almost never.",
        ru: "«Vary: {header}» заводит копию для каждого посетителя: кэш почти никогда не срабатывает.",
      },
      remedy: {
        en: "Vary the page by nothing but its compression.",
        ru: "Пусть страница зависит только от сжатия.",
      },
    },
    unsaid: {
      what: {
        en: "The answer says nothing of caching: most shared caches then keep no copy of a page.",
        ru: "Ответ ничего не говорит о кэшировании: большинство общих кэшей в таком случае копию не хранит.",
      },
      remedy: {
        en: "With this header a cache in front of the site answers the stampede.",
        ru: "С этим заголовком на наплыв ответит кэш перед сайтом.",
      },
    },
  },
  check,
};

const keepable = "Cache-Control: public, max-age=60, s-maxage=600";

async function check(subject: Subject): Promise<Finding[]> {
  const networks = among(subject, ["mastodon"]);
  if (!subject.web || networks.length === 0) return [];
  const { answer } = await subject.web.visit(subject.visit.asked, "mastodon");
  if (answer?.status !== 200 || isFromCache(answer)) return [];
  const troubles = [...cookies(answer), ...forbidden(answer), ...varies(answer)];
  return (troubles.length > 0 ? troubles : unsaid(answer)).map((trouble) => ({
    severity: "warning",
    paste: keepable,
    ...trouble,
    networks,
  }));
}

type Trouble = Pick<Finding, "key" | "values"> & Partial<Finding>;

/** Whatever the headers say to browsers, this answer came out of a cache. */
const isFromCache = ({ headers }: Answer): boolean =>
  Number(headers.get("age") ?? 0) > 0 ||
  cacheHeaders.some((name) => /\bhit\b/i.test(headers.get(name) ?? ""));

function cookies({ headers }: Answer): Trouble[] {
  const [cookie] = headers.get("set-cookie")?.split("=") ?? [];
  return cookie === undefined ? [] : [{ key: "cookies", values: { cookie: cookie.trim().slice(0, 60) } }];
}

function forbidden({ headers }: Answer): Trouble[] {
  const header = headers.get("cache-control") ?? "";
  const directives = header
    .toLowerCase()
    .split(",")
    .map((each) => each.trim());
  const isKept = directives.some((each) => /^s-maxage=[1-9]/.test(each));
  const isForbidden = directives.some((each) => /^(no-store|no-cache|private|max-age=0)\b/.test(each));
  return isForbidden && !isKept ? [{ key: "forbidden", values: { header } }] : [];
}

function varies({ headers }: Answer): Trouble[] {
  const header = headers.get("vary") ?? "";
  const isWide = header.split(",").some((each) => /^(\*|cookie|user-agent)$/i.test(each.trim()));
  return isWide ? [{ key: "varies", values: { header }, paste: "Vary: Accept-Encoding" }] : [];
}

const unsaid = ({ headers }: Answer): Trouble[] =>
  headers.has("cache-control") || headers.has("expires")
    ? []
    : [{ key: "unsaid", values: {}, severity: "info" }];
