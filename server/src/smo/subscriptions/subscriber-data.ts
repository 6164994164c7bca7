import type { Db } from "#src/platform/database/database.ts";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Everything that is kept about a subscriber, as he may have it (GDPR, article 15). Undefined: there is none. */
export async function readSubscriberData(db: Db, id: string) {
  const row = await db.selectFrom("subscriber").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const consents = await db
    .selectFrom("subscriberConsent")
    .select(["at", "deed", "words", "pageUrl", "addressPrint", "wishes", "byName"])
    .where("subscriberId", "=", id)
    .orderBy("id")
    .execute();
  const topics = await db
    .selectFrom("subscriptionTopic")
    .select(["id", "name"])
    .where("siteId", "=", row.siteId)
    .execute();
  const letters = await db
    .selectFrom("mail")
    .select(["kind", "subject", "state", "createdAt", "endedAt"])
    .where("workspaceId", "=", row.workspaceId)
    .where("addressKey", "=", row.addressKey)
    .orderBy("id", "desc")
    .limit(500)
    .execute();
  return {
    address: row.address,
    state: row.state,
    language: row.language,
    frequency: row.frequency,
    topics: topics.filter(({ id: topic }) => row.topicIds.includes(topic)).map(({ name }) => name),
    source: row.source,
    pageUrl: row.pageUrl,
    arrivedBy: row.arrivedBy,
    arrivedNetwork: row.arrivedNetwork,
    askedAt: iso(row.askedAt),
    confirmedAt: iso(row.confirmedAt),
    leftAt: iso(row.leftAt),
    consents: consents.map(({ at, ...consent }) => ({ at: at.toISOString(), ...consent })),
    letters: letters.map(({ createdAt, endedAt, ...letter }) => ({
      ...letter,
      createdAt: createdAt.toISOString(),
      endedAt: iso(endedAt),
    })),
  };
}
