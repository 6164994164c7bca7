import type { Visitors } from "../../visit/visit.ts";
import { isOurs } from "../fetching/each-robot.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findMeta, quote, writeMeta } from "../tags.ts";
import { outcomeOf, readJson } from "./read-json.ts";
import { isRecord, listOf, textOf } from "./structured-items.ts";

const form = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+(?::\d+)?)$/;

export const fediverseCreator: Rule = {
  id: "LP35",
  group: "identity",
  title: { en: "The author's fediverse account is proved", ru: "Аккаунт автора в федиверсе подтверждён" },
  why: {
    en: "Mastodon puts the author's account under the card, but only where that account lists this site among those that may name it.",
    ru: "Mastodon ставит под карточкой аккаунт автора, но только если в настройках этого аккаунта сайт внесён в список тех, кто может на него ссылаться.",
  },
  severity: "warning",
  networks: ["mastodon"],
  grade: "A",
  source:
    "https://github.com/mastodon/mastodon/blob/main/app/services/fetch_link_card_service.rb; https://www.rfc-editor.org/rfc/rfc7033",
  reach: "page",
  says: {
    malformed: {
      what: {
        en: "fediverse:creator is no account: “{value}”.",
        ru: "fediverse:creator — не аккаунт: «{value}».",
      },
      remedy: {
        en: "Write it as @name@host.",
        ru: "Напишите его как @имя@хост.",
      },
    },
    unknown: {
      what: {
        en: "{host} does not know {account} by WebFinger ({outcome}).",
        ru: "{host} не знает {account} по WebFinger ({outcome}).",
      },
      remedy: {
        en: "Look the account's name up in its own profile and put it here; {address} must answer.",
        ru: "Посмотрите имя аккаунта в его профиле и впишите сюда; адрес {address} должен отвечать.",
      },
    },
    unlisted: {
      what: {
        en: "{account} does not list {site} among the sites that may name it as author.",
        ru: "{account} не указывает {site} среди сайтов, которые могут называть его автором.",
      },
      remedy: {
        en: "In the account's preferences: Public profile → Verification → Author attribution: add {site}.",
        ru: "В настройках аккаунта: «Публичный профиль» → «Подтверждение» → «Авторство публикаций»: добавьте {site}.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const networks = among(subject, ["mastodon"]);
  const meta = findMeta(subject.page, "fediverse:creator");
  if (!meta || networks.length === 0) return [];
  const trouble = await judge(meta.content.trim(), subject);
  return trouble ? [{ severity: "warning", networks, ...quote(meta), ...trouble }] : [];
}

type Trouble = (Pick<Finding, "key" | "values"> & Partial<Finding>) | undefined;

async function judge(value: string, { page, web }: Subject): Promise<Trouble> {
  const [, name, host] = form.exec(value) ?? [];
  if (name === undefined || host === undefined) {
    const paste = fromProfile(value);
    return { key: "malformed", values: { value }, paste, repair: paste === undefined ? undefined : "tags" };
  }
  if (!web) return undefined;
  const account = `@${name}@${host}`;
  const found = await findActor(`${name}@${host}`, host, web);
  if ("outcome" in found) return { key: "unknown", values: { host, account, ...found } };
  const domains = await attributionDomains(found.actor, web);
  const site = new URL(page.url).hostname;
  if (!domains || domains.some((domain) => site === domain || site.endsWith(`.${domain}`))) return undefined;
  return { key: "unlisted", values: { account, site }, paste: site };
}

/** `https://host/@name`: what people paste instead. */
function fromProfile(value: string): string | undefined {
  const url = URL.parse(value);
  const [, name] = /^\/@([\w.-]+)\/?$/.exec(url?.pathname ?? "") ?? [];
  return url && name !== undefined ? writeMeta("fediverse:creator", `@${name}@${url.host}`) : undefined;
}

type Found = { readonly actor: string } | { readonly address: string; readonly outcome: string | number };

async function findActor(account: string, host: string, web: Visitors): Promise<Found> {
  const address = `https://${host}/.well-known/webfinger?resource=acct:${account}`;
  const visit = await web.visitWith(address, "samovar", { accept: "application/jrd+json, application/json" });
  const self = listOf(readJson(visit)?.links).find(isActorLink);
  const actor = isRecord(self) ? textOf(self.href) : undefined;
  if (actor !== undefined && URL.canParse(actor)) return { actor };
  return { address, outcome: readJson(visit) ? "no-actor" : outcomeOf(visit) };
}

const isActorLink = (link: unknown): boolean =>
  isRecord(link) && link.rel === "self" && /activity\+json|activitystreams/.test(textOf(link.type) ?? "");

/** The sites that the account lists; undefined where its server does not tell strangers. */
async function attributionDomains(actor: string, web: Visitors): Promise<string[] | undefined> {
  const visit = await web.visitWith(actor, "samovar", { accept: "application/activity+json" });
  const person = visit.failure && isOurs(visit.failure) ? undefined : readJson(visit);
  if (!person) return undefined;
  return listOf(person.attributionDomains).flatMap((domain) => textOf(domain)?.toLowerCase() ?? []);
}
