import type { Anchor, Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";

const forReaders = { networks: "none" } as const;

/** Where the share links of the networks lead to, and the parameter that carries the page's address. */
const targets: readonly { readonly place: RegExp; readonly parameters: readonly string[] }[] = [
  { place: /^(www\.|m\.)?facebook\.com\/(sharer|dialog\/share)/, parameters: ["u", "href"] },
  { place: /^(www\.)?(twitter|x)\.com\/(intent|share)/, parameters: ["url", "text"] },
  { place: /^(www\.)?linkedin\.com\/(sharing|shareArticle|feed)/, parameters: ["url", "text"] },
  { place: /^(www\.|m\.)?vk\.(com|ru)\/share\.php/, parameters: ["url"] },
  { place: /^connect\.(ok|mail)\.ru\//, parameters: ["url"] },
  { place: /^(t\.me|telegram\.me)\/share/, parameters: ["url"] },
  { place: /^(wa\.me|api\.whatsapp\.com|web\.whatsapp\.com)\//, parameters: ["text"] },
  { place: /^(www\.|ru\.)?pinterest\.[a-z.]+\/pin\/create/, parameters: ["url"] },
  { place: /^(www\.)?reddit\.com\/(submit|r\/[^/]+\/submit)/, parameters: ["url"] },
  { place: /^bsky\.app\/intent\//, parameters: ["text"] },
  { place: /^(www\.)?threads\.(net|com)\/intent\//, parameters: ["url", "text"] },
];

interface ShareLink {
  readonly anchor: Anchor;
  readonly host: string;
  /** What it shares; undefined where it carries no address. */
  readonly shared: URL | undefined;
}

export const shareTargetsRule: Rule = {
  id: "SP08",
  group: "spreading",
  title: { en: "Ways to pass it on", ru: "Есть чем поделиться" },
  why: {
    en: "Who likes a text passes it on within a minute, or never: the way must stand where the text ends, and share this very page.",
    ru: "Кому понравилось, тот делится в ту же минуту или никогда: кнопка должна стоять у конца текста и давать ссылку именно на него.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own advice; what a link carries: https://developers.facebook.com/docs/plugins/share-button",
  reach: "page",
  says: {
    none: {
      what: {
        en: "No button or link to pass the article on was found in the HTML.",
        ru: "В HTML нет ни кнопки, ни ссылки, чтобы поделиться статьёй.",
      },
      remedy: {
        en: "Put a share button after the text; Samovar's weighs 3 kB and needs no third party.",
        ru: "Поставьте кнопку после текста; кнопка Samovar весит 3 КБ и не зовёт третьих лиц.",
      },
    },
    "no-address": {
      what: {
        en: "The share link to {host} carries no address: what is shared is empty.",
        ru: "Ссылка на {host} не несёт адреса: поделятся пустотой.",
      },
      remedy: {
        en: "Fill in the page's address, percent-encoded.",
        ru: "Впишите в неё адрес страницы, закодировав его процентами.",
      },
    },
    "other-page": {
      what: {
        en: "The share link to {host} passes on another site: {shared}.",
        ru: "Ссылка на {host} делится другим сайтом: {shared}.",
      },
      remedy: {
        en: "Let it pass on this page: the template has a fixed address.",
        ru: "Пусть делится этой страницей: в шаблоне адрес вписан намертво.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const links = page.anchors.flatMap(shareLinkOf);
    const hasButton = page.scripts.some(({ src }) => /\/w\/pass\.js|share/i.test(src ?? ""));
    if (links.length === 0)
      return hasButton || !isLong(page) ? [] : [{ ...forReaders, key: "none", severity: "info", values: {} }];
    return links.flatMap((link) => faultOf(link, page));
  },
};

function shareLinkOf(anchor: Anchor): ShareLink[] {
  const url = URL.parse(anchor.url ?? "");
  if (!url) return [];
  const target = targets.find(({ place }) => place.test(`${url.host}${url.pathname}`));
  if (!target) return [];
  const carried = target.parameters.map((name) => url.searchParams.get(name) ?? "");
  const shared = carried
    .map((text) => URL.parse(/https?:\/\/\S+/.exec(text)?.[0] ?? ""))
    .find((each) => each);
  return [{ anchor, host: url.host, shared: shared ?? undefined }];
}

function faultOf({ anchor, host, shared }: ShareLink, page: Page): Finding[] {
  const common = { ...forReaders, severity: "warning", line: anchor.line } as const;
  if (!shared) return [{ ...common, key: "no-address", values: { host } }];
  const own = new Set([page.url, ...page.links.map(({ url }) => url)].map(siteOf));
  if (own.has(siteOf(shared.href))) return [];
  return [{ ...common, key: "other-page", values: { host, shared: shared.href.slice(0, 150) } }];
}

const siteOf = (address: string | undefined) => URL.parse(address ?? "")?.host.replace(/^www\./, "");

/** A page with something to pass on, and no mere index. */
const isLong = ({ text }: Page) => text.main.length >= 1000;

export const shareablePiecesRule: Rule = {
  id: "SP09",
  group: "spreading",
  title: { en: "Pieces that travel by themselves", ru: "Фрагменты, которыми делятся" },
  why: {
    en: "A picture with words to it, a part that can be linked to: people pass on a piece more readily than a whole text.",
    ru: "Картинка с подписью, раздел, на который можно сослаться: фрагментом делятся охотнее, чем целым текстом.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own advice; alternative texts: https://www.w3.org/TR/WCAG22/#non-text-content",
  reach: "page",
  says: {
    "no-alt": {
      what: {
        en: "Pictures without an alternative text: {count} of {all}.",
        ru: "Картинок без описания (alt): {count} из {all}.",
      },
      remedy: {
        en: 'Say what each shows; write alt="" where it only decorates.',
        ru: 'Опишите, что на каждой; там, где это украшение, напишите alt="".',
      },
    },
    "no-anchor": {
      what: {
        en: "Headings without an id: {count} of {all}. Nobody can link to a part of this text.",
        ru: "Подзаголовков без id: {count} из {all}. На часть этого текста нельзя сослаться.",
      },
      remedy: {
        en: "Give each h2 an id of its words; most engines have a switch for it.",
        ru: "Дайте каждому h2 id из его слов; в большинстве движков это включается.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const silent = page.pictures.filter(({ alt }) => alt === undefined);
    const parts = page.headings.filter(({ level }) => level === 2);
    const nameless = parts.filter(({ id }) => id === undefined);
    const pictures: Finding[] =
      silent.length === 0
        ? []
        : [
            {
              ...forReaders,
              key: "no-alt",
              severity: "warning",
              values: { count: silent.length, all: page.pictures.length },
              line: silent[0]?.line,
            },
          ];
    if (nameless.length === 0 || !isLong(page)) return pictures;
    const values = { count: nameless.length, all: parts.length };
    return [
      ...pictures,
      { ...forReaders, key: "no-anchor", severity: "info", values, line: nameless[0]?.line },
    ];
  },
};
