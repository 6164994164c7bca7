import type { HeadLink } from "../../page/page.ts";
import type { Visit, Visitors } from "../../visit/visit.ts";
import { isOurs } from "../fetching/each-robot.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";
import { findRecord, isAtUri, type LostRecord } from "./at-record.ts";
import { textOf } from "./structured-items.ts";

export const standardSiteRecord: Rule = {
  id: "LP36",
  group: "identity",
  title: { en: "standard.site record in step", ru: "Запись standard.site совпадает со страницей" },
  why: {
    en: "Bluesky enriches the card of a page that points to its standard.site record, but only when the record points back: the publication's well-known file and the recorded path must agree.",
    ru: "Bluesky обогащает карточку страницы, которая ссылается на свою запись standard.site, но только если запись ссылается обратно: well-known-файл издания и путь в записи должны совпадать.",
  },
  severity: "warning",
  networks: ["bluesky"],
  grade: "A",
  source: "https://standard.site/docs/verification/",
  reach: "page",
  says: {
    malformed: {
      what: {
        en: '<link rel="site.standard.document"> holds no AT-URI: “{value}”.',
        ru: 'В <link rel="site.standard.document"> не AT-URI: «{value}».',
      },
      remedy: {
        en: "Write the document record's own address: at://did:…/site.standard.document/….",
        ru: "Впишите адрес записи документа: at://did:…/site.standard.document/….",
      },
    },
    unreachable: {
      what: {
        en: "The record {uri} can't be had ({outcome}).",
        ru: "Запись {uri} получить не удалось ({outcome}).",
      },
      remedy: {
        en: "Publish the document anew, or take the link out.",
        ru: "Опубликуйте документ заново или уберите ссылку.",
      },
    },
    "other-path": {
      what: {
        en: "The record stands for {recorded}, the page is {url}",
        ru: "Запись относится к {recorded}, а страница — {url}",
      },
      remedy: {
        en: "Set the document's path so that publication address and path together make the page's address, without query and last slash.",
        ru: "Задайте path документа так, чтобы адрес издания вместе с ним составлял адрес страницы, без параметров и последнего слэша.",
      },
    },
    unproved: {
      what: {
        en: "{address} does not name the publication {publication} (it says: {outcome}).",
        ru: "{address} не называет издание {publication} (ответ: {outcome}).",
      },
      remedy: {
        en: "Serve this line there, as text.",
        ru: "Отдавайте там эту строку, обычным текстом.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const networks = among(subject, ["bluesky"]);
  const link = subject.page.links.find(({ rel }) => rel.includes("site.standard.document"));
  if (!link || networks.length === 0) return [];
  const troubles = await judge(link, subject);
  return troubles.map((trouble) => ({ severity: "warning", networks, line: link.line, ...trouble }));
}

type Trouble = Pick<Finding, "key" | "values"> & Partial<Finding>;

async function judge({ href }: HeadLink, { page, web }: Subject): Promise<Trouble[]> {
  const uri = href.trim();
  if (!isAtUri(uri)) return [{ key: "malformed", values: { value: uri } }];
  if (!web) return [];
  const document = await findRecord(uri, web);
  if ("outcome" in document) return tell(uri, document);
  const site = textOf(document.value.site) ?? "";
  const path = textOf(document.value.path) ?? "";
  // A document without a publication names its site by address.
  if (!isAtUri(site)) return judgePath(`${trim(site)}${path}`, page.url);
  const publication = await findRecord(site, web);
  if ("outcome" in publication) return tell(site, publication);
  const base = textOf(publication.value.url) ?? "";
  return [...judgePath(`${trim(base)}${path}`, page.url), ...(await judgeProof(base, site, web))];
}

const tell = (uri: string, { outcome, isOurs: isOurFault }: LostRecord): Trouble[] =>
  isOurFault ? [] : [{ key: "unreachable", values: { uri, outcome } }];

function judgePath(recorded: string, address: string): Trouble[] {
  const url = withoutQuery(address);
  return trim(recorded) === trim(url) ? [] : [{ key: "other-path", values: { recorded, url } }];
}

/** The well-known file at the publication's host, with the path of a publication that has one. */
async function judgeProof(base: string, publication: string, web: Visitors): Promise<Trouble[]> {
  const url = URL.parse(base);
  if (!url) return [];
  const path = url.pathname === "/" ? "" : trim(url.pathname);
  const address = `${url.origin}/.well-known/site.standard.publication${path}`;
  const visit = await web.visit(address, "samovar");
  if (visit.failure && isOurs(visit.failure)) return [];
  const outcome = saidAt(visit);
  return outcome === publication
    ? []
    : [{ key: "unproved", values: { address, publication, outcome }, paste: publication }];
}

function saidAt({ answer, failure }: Visit): string | number {
  if (!answer) return failure?.kind ?? "no-answer";
  return answer.status === 200 ? new TextDecoder().decode(answer.body).trim().slice(0, 200) : answer.status;
}

const trim = (address: string): string => address.replace(/\/+$/, "");

function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  return url.href;
}
