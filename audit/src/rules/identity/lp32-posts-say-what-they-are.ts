import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findContent, findMeta, quote, writeMeta } from "../tags.ts";
import { findItems, nameOf, textOf } from "./structured-items.ts";

const postTypes: ReadonlySet<string> = new Set([
  "Article",
  "NewsArticle",
  "BlogPosting",
  "Report",
  "TechArticle",
  "SocialMediaPosting",
]);

export const postsSayWhatTheyAre: Rule = {
  id: "LP32",
  group: "identity",
  title: { en: "A post says who wrote it and when", ru: "У публикации указаны автор и дата" },
  why: {
    en: "og:type=article with its time and author makes an article's card on Pinterest and LinkedIn, and lets a link into Mastodon's trending news.",
    ru: "og:type=article с датой и автором даёт карточку статьи в Pinterest и LinkedIn и открывает ссылке дорогу в популярные новости Mastodon.",
  },
  severity: "warning",
  networks: ["pinterest", "linkedin", "mastodon", "facebook"],
  grade: "A",
  source:
    "https://github.com/mastodon/mastodon/blob/main/app/models/preview_card.rb; https://ogp.me/#type_article; the author as a name for Pinterest: surniaulula, 2014 (B)",
  reach: "page",
  says: {
    "not-article": {
      what: {
        en: "By its {type} this page is an article; og:type says “{value}”.",
        ru: "Судя по {type}, это статья, а в og:type — «{value}».",
      },
      remedy: { en: "Say so to the networks too.", ru: "Сообщите это и сетям." },
    },
    "no-time": {
      what: { en: "The article does not say when it came out.", ru: "Не указано, когда вышла статья." },
      remedy: {
        en: "Add article:published_time in the ISO form, with the time zone: 2026-05-21T09:30:00+03:00.",
        ru: "Добавьте article:published_time в форме ISO с часовым поясом: 2026-05-21T09:30:00+03:00.",
      },
    },
    "bad-time": {
      what: {
        en: "article:published_time is no ISO time: “{value}”.",
        ru: "article:published_time — не время в форме ISO: «{value}».",
      },
      remedy: {
        en: "Write it like 2026-05-21T09:30:00+03:00.",
        ru: "Напишите его так: 2026-05-21T09:30:00+03:00.",
      },
    },
    "no-author": {
      what: { en: "The article does not say who wrote it.", ru: "Не указано, кто написал статью." },
      remedy: {
        en: "Add article:author with the author's name.",
        ru: "Добавьте article:author с именем автора.",
      },
    },
    "author-address": {
      what: {
        en: "article:author is an address, “{value}”; Pinterest shows it as the author's name.",
        ru: "В article:author стоит адрес «{value}»; Pinterest покажет его как имя автора.",
      },
      remedy: {
        en: "Put the name there; the address of a profile belongs into JSON-LD (author.url).",
        ru: "Поставьте там имя; адресу профиля место в JSON-LD (author.url).",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const { page } = subject;
  const type = findContent(page, "og:type");
  const item = findItems(page).find(({ types }) => types.some((each) => postTypes.has(each)));
  const told = {
    severity: "warning",
    networks: among(subject, ["pinterest", "linkedin", "mastodon", "facebook"]),
  } as const;
  if (told.networks.length === 0) return [];
  if (type === "article") {
    const troubles = [
      ...judgeTime(page, textOf(item?.value.datePublished)),
      ...judgeAuthor(subject, nameOf(item?.value.author)),
    ];
    return troubles.map((trouble) => ({ ...told, ...trouble }));
  }
  const called =
    item?.types.find((each) => postTypes.has(each)) ?? findMeta(page, "article:published_time")?.name;
  if (called === undefined) return [];
  const paste = writeMeta("og:type", "article");
  return [
    { ...told, key: "not-article", values: { type: called, value: type ?? "—" }, paste, repair: "tags" },
  ];
}

type Trouble = Pick<Finding, "key" | "values"> & Partial<Finding>;

function judgeTime(page: Page, known: string | undefined): Trouble[] {
  const paste = known !== undefined && isTime(known) ? writeMeta("article:published_time", known) : undefined;
  const meta = findMeta(page, "article:published_time");
  if (!meta) return [{ key: "no-time", values: {}, paste }];
  const value = meta.content.trim();
  return isTime(value)
    ? []
    : [{ key: "bad-time", values: { value }, ...quote(meta), paste: paste ?? retold(value) }];
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** A day that can be understood, in the form that is asked for. */
function retold(value: string): string | undefined {
  const at = Date.parse(`${value} UTC`);
  return Number.isNaN(at) ? undefined : writeMeta("article:published_time", new Date(at).toISOString());
}

function judgeAuthor(subject: Subject, known: string | undefined): Trouble[] {
  const { page } = subject;
  const name = known ?? findContent(page, "author");
  const paste = name === undefined ? undefined : writeMeta("article:author", name);
  const meta = findMeta(page, "article:author");
  if (!meta)
    return name !== undefined && findMeta(page, "author") ? [] : [{ key: "no-author", values: {}, paste }];
  const value = meta.content.trim();
  const networks = among(subject, ["pinterest"]);
  if (!/^https?:\/\//i.test(value) || networks.length === 0) return [];
  return [{ key: "author-address", values: { value }, networks, ...quote(meta), paste }];
}
