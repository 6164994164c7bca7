import type { Db } from "#src/platform/database/database.ts";
import { Frequency, type Language } from "./letters-schema.ts";

export interface SubscriptionSettings {
  readonly frequencies: readonly Frequency[];
  readonly feedUrl: string | null;
  readonly consentRu: string | null;
  readonly consentEn: string | null;
  readonly hasPush: boolean;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
}

const asBorn: SubscriptionSettings = {
  frequencies: Frequency.options,
  feedUrl: null,
  consentRu: null,
  consentEn: null,
  hasPush: true,
};

/** What a site offers; ours where its owner has said nothing. */
export async function readSettings(db: Db, siteId: string): Promise<SubscriptionSettings> {
  const row = await db
    .selectFrom("subscriptionSettings")
    .select(["frequencies", "feedUrl", "consentRu", "consentEn", "hasPush"])
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return row ? { ...row, frequencies: row.frequencies.map((one) => Frequency.parse(one)) } : asBorn;
}

/** In the owner's order. */
export const readTopics = (db: Db, siteId: string): Promise<Topic[]> =>
  db
    .selectFrom("subscriptionTopic")
    .select(["id", "name", "about"])
    .where("siteId", "=", siteId)
    .orderBy("position")
    .execute();

/** The words that a subscriber agrees to, as he sees them. */
export function consentWords(settings: SubscriptionSettings, language: Language, siteName: string): string {
  const own = language === "ru" ? settings.consentRu : settings.consentEn;
  if (own !== null) return own;
  return language === "ru"
    ? `Я хочу получать письма от «${siteName}». Отписаться можно в любой момент одним щелчком.`
    : `I want to get letters from “${siteName}”. I can leave at any moment with one click.`;
}
