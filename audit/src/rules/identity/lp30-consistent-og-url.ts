import type { Meta, Page } from "../../page/page.ts";
import { isInsecure } from "../fetching/each-robot.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { escapeAttribute, findMeta, quote, writeMeta } from "../tags.ts";
import { judgeTarget } from "./og-url-target.ts";
import { findTracking, withoutTracking } from "./tracking.ts";

export const consistentOgUrl: Rule = {
  id: "LP30",
  group: "identity",
  title: { en: "One true address of the page", ru: "Один настоящий адрес страницы" },
  why: {
    en: "og:url is the page's identity: Facebook counts shares by it and fetches the card from it again; Mastodon takes it from the same host alone. A wrong one gives the card of another page, or splits the counts.",
    ru: "og:url — удостоверение страницы: по нему Facebook считает репосты и оттуда заново берёт карточку; Mastodon принимает его только с того же хоста. С неверным адресом карточка окажется чужой, а счётчики разойдутся.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "https://developers.facebook.com/docs/sharing/webmasters/optimizing; https://github.com/mastodon/mastodon/blob/main/app/lib/link_details_extractor.rb",
  reach: "page",
  says: {
    missing: {
      what: { en: "There is no og:url.", ru: "Нет og:url." },
      remedy: {
        en: "Name the page's own address, without counters.",
        ru: "Назовите собственный адрес страницы, без меток.",
      },
    },
    "not-absolute": {
      what: { en: "og:url is no whole address: “{value}”.", ru: "og:url — не полный адрес: «{value}»." },
      remedy: {
        en: "Write it whole, from https:// on.",
        ru: "Напишите его целиком, начиная с https://.",
      },
    },
    insecure: {
      what: { en: "og:url is an http address: {value}", ru: "og:url — адрес http: {value}" },
      remedy: {
        en: "Name the https address; it must answer there.",
        ru: "Укажите адрес https; страница должна по нему отвечать.",
      },
    },
    "other-host": {
      what: {
        en: "og:url leads to {other}, the page stands on {host}: Facebook makes the card of the other page, Mastodon ignores the tag.",
        ru: "og:url ведёт на {other}, а страница стоит на {host}: Facebook сделает карточку другой страницы, Mastodon тег пропустит.",
      },
      remedy: {
        en: "Name the address on {host}.",
        ru: "Укажите адрес на {host}.",
      },
    },
    "not-canonical": {
      what: {
        en: "og:url says {value}, <link rel=canonical> says {canonical}.",
        ru: "og:url — {value}, а <link rel=canonical> — {canonical}.",
      },
      remedy: {
        en: "Say the same in both.",
        ru: "Укажите в обоих одно и то же.",
      },
    },
    tracked: {
      what: {
        en: "The page names an address with a counter as its own: {parameter} in {value}",
        ru: "Страница называет своим адресом адрес с меткой: {parameter} в {value}",
      },
      remedy: {
        en: "Leave the counter out: each share would be a page of its own.",
        ru: "Уберите метку: иначе каждый репост станет отдельной страницей.",
      },
    },
    dead: {
      what: {
        en: "og:url answers {status}: {value}",
        ru: "og:url отвечает {status}: {value}",
      },
      remedy: {
        en: "Name an address that answers 200: this page's own does.",
        ru: "Укажите адрес, который отвечает 200: собственный адрес этой страницы отвечает.",
      },
    },
    elsewhere: {
      what: {
        en: "og:url names {value}, but that page names {other} as its own.",
        ru: "og:url — {value}, но та страница называет своим адресом {other}.",
      },
      remedy: {
        en: "Let both name the same address, the one at which the page really stands.",
        ru: "Пусть обе называют один адрес — тот, где страница действительно находится.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const { page, web } = subject;
  const canonical = page.links.find(({ rel }) => rel.includes("canonical"))?.url;
  const own = withoutTracking(page.url);
  const meta = findMeta(page, "og:url");
  if (!meta) return page.byteLength === 0 ? [] : [missing(canonical ?? own)];
  const troubles = judgeValue(meta, page, canonical);
  const url = absolute(meta);
  const further = troubles.length === 0 && web && url ? await judgeTarget(url, page, web) : [];
  return [...troubles, ...further].map((trouble) => ({
    severity: "error",
    ...trouble,
    ...quote(meta),
    networks: "all",
    paste: pasteFor(trouble, { own, canonical }),
    repair: "tags",
  }));
}

const missing = (own: string): Finding => ({
  key: "missing",
  severity: "warning",
  networks: "all",
  values: {},
  paste: writeMeta("og:url", secured(own)),
  repair: "tags",
});

type Trouble = Pick<Finding, "key" | "values">;

const absolute = ({ content }: Meta): URL | undefined => URL.parse(content.trim()) ?? undefined;

function judgeValue(meta: Meta, page: Page, canonical: string | undefined): Trouble[] {
  const value = meta.content.trim();
  const url = absolute(meta);
  if (!url || !/^https?:$/.test(url.protocol)) return [{ key: "not-absolute", values: { value } }];
  const { host } = new URL(page.url);
  const tracking = findTracking(url);
  const isOther = url.host !== host;
  return [
    ...(isInsecure(url.href) ? [{ key: "insecure", values: { value } }] : []),
    ...(isOther ? [{ key: "other-host", values: { other: url.host, host } }] : []),
    ...(tracking === undefined ? [] : [{ key: "tracked", values: { value, parameter: tracking } }]),
    ...(canonical !== undefined && canonical !== url.href
      ? [{ key: "not-canonical", values: { value, canonical } }]
      : []),
  ];
}

interface Addresses {
  readonly own: string;
  readonly canonical: string | undefined;
}

/** A canonical address on this host is the owner's own word; else the address at which the page answered. */
function pasteFor({ key }: Trouble, { own, canonical }: Addresses): string {
  const isOurs = canonical !== undefined && URL.parse(canonical)?.host === new URL(own).host;
  const chosen = secured(withoutTracking(isOurs && key !== "dead" ? canonical : own));
  const tag = writeMeta("og:url", chosen);
  return chosen === canonical ? tag : `${tag}\n<link rel="canonical" href="${escapeAttribute(chosen)}">`;
}

const secured = (address: string): string =>
  isInsecure(address) ? address.replace(/^http:/, "https:") : address;
