import { sql } from "kysely";
import type { VisitNow } from "#src/ground/events/index.ts";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import { isHeldOut, type ListServer } from "#src/smo/lists/index.ts";
import { findArrival } from "./find-arrival.ts";
import { fitRule } from "./fit-rule.ts";
import { ruleOf } from "./rule-row.ts";
import type { Greeting, WelcomeRule } from "./schema.ts";

export interface GreetParts {
  readonly house: Pick<House, "database" | "events" | "now">;
  readonly server: ListServer;
}

export interface Arriving {
  readonly site: VisitedSite;
  readonly page: string;
  readonly visit: VisitNow & { readonly s: string };
  readonly visitor: string;
  readonly language: "en" | "ru";
}

/** What became of an arrival: which rule it fell under, and what is said; nothing is said in the hold-out. */
export interface Greeted {
  readonly ruleId: string;
  readonly arm: "shown" | "held";
  readonly greeting: Greeting | undefined;
}

/** Greets who came by a link that is followed, once; undefined for all others. */
export async function greet(parts: GreetParts, arriving: Arriving): Promise<Greeted | undefined> {
  const { house } = parts;
  const { site, visit, visitor } = arriving;
  const rules = await house.database.transact(site.workspaceId, (db) => readRules(db, site.id));
  if (rules.length === 0) return undefined;
  const arrival = await findArrival(house.events, {
    workspaceId: site.workspaceId,
    siteId: site.id,
    s: visit.s,
  });
  if (!arrival) return undefined;
  const rule = await house.database.transact(site.workspaceId, async (db) => {
    const isRegular = visit.visitor !== undefined && (await wasHereBefore(db, arriving, house.now()));
    const fitting = fitRule(rules, arrival, isRegular);
    return fitting && (await markGreeted(db, arriving, { rule: fitting, now: house.now() }))
      ? fitting
      : undefined;
  });
  if (!rule) return undefined;
  if (isHeldOut(visitor, rule.id, rule.holdOutPercent))
    return { ruleId: rule.id, arm: "held", greeting: undefined };
  const greeting = await say(parts, arriving, { rule, source: arrival.sources[0] ?? "" });
  return { ruleId: rule.id, arm: "shown", greeting };
}

async function readRules(db: Db, siteId: string): Promise<readonly WelcomeRule[]> {
  const rows = await db
    .selectFrom("welcomeRule")
    .selectAll()
    .where("siteId", "=", siteId)
    .where("isOn", "=", true)
    .orderBy("place")
    .limit(200)
    .execute();
  return rows.map(ruleOf);
}

const dayMs = 86_400_000;

/** Only who agreed to be known on other days can be told from a newcomer. */
async function wasHereBefore(db: Db, { site, visitor }: Arriving, now: Date): Promise<boolean> {
  const before = await db
    .selectFrom("listHistory")
    .select("pageId")
    .where("siteId", "=", site.id)
    .where("visitor", "=", visitor)
    .where("readAt", "<", new Date(now.getTime() - dayMs / 2))
    .limit(1)
    .executeTakeFirst();
  return before !== undefined;
}

/** Claims the greeting: of two tabs that open at once one is greeted. */
async function markGreeted(
  db: Db,
  { site, visitor }: Arriving,
  { rule, now }: { readonly rule: WelcomeRule; readonly now: Date },
): Promise<boolean> {
  const claimed = await db
    .insertInto("welcomeGreeting")
    .values({ siteId: site.id, visitor, ruleId: rule.id, at: now })
    .onConflict((known) =>
      known
        .columns(["siteId", "visitor"])
        .doUpdateSet({ ruleId: rule.id, at: now })
        .where("welcomeGreeting.at", "<", new Date(now.getTime() - rule.everyDays * dayMs)),
    )
    .returning(sql<number>`1`.as("one"))
    .executeTakeFirst();
  return claimed !== undefined;
}

interface Speaking {
  readonly rule: WelcomeRule;
  readonly source: string;
}

async function say(parts: GreetParts, arriving: Arriving, { rule, source }: Speaking): Promise<Greeting> {
  const { language } = arriving;
  const [own, other] = language === "ru" ? [rule.textRu, rule.textEn] : [rule.textEn, rule.textRu];
  const label = language === "ru" ? rule.followLabelRu : rule.followLabelEn;
  const next = await nextFor(parts, arriving, rule);
  return {
    text: (own || other).replaceAll("{source}", source === "" ? anywhere[language] : source),
    links: [
      ...(next ? [{ url: next.url, title: next.title, kind: "next" as const }] : []),
      ...(rule.followUrl !== null
        ? [{ url: rule.followUrl, title: label ?? follow[language], kind: "follow" as const }]
        : []),
    ],
    props: { welcome: rule.id, arm: "shown" },
  };
}

const anywhere = { en: "the web", ru: "сети" };
const follow = { en: "Follow us there", ru: "Читайте нас там" };

async function nextFor({ server }: GreetParts, { site, page, language }: Arriving, { listKey }: WelcomeRule) {
  if (listKey === null) return undefined;
  const asked = { page, place: "page" as const, limit: 1, read: [] };
  const answer = await server.serve({
    site,
    list: listKey,
    asked,
    visitor: undefined,
    hasConsented: false,
    language,
  });
  return answer.items[0];
}
