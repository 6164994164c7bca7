import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Frequency, Language } from "./letters-schema.ts";
import { ConsentLine, Subscriber, SubscriberSource, SubscriberState } from "./schema.ts";
import { readSubscriberData } from "./subscriber-data.ts";

const columns = [
  "id",
  "siteId",
  "address",
  "state",
  "language",
  "frequency",
  "topicIds",
  "source",
  "pageUrl",
  "arrivedNetwork",
  "arrivedShare",
  "askedAt",
  "confirmedAt",
  "leftAt",
] as const;

export const listSubscribers = operation({
  id: "listSubscribers",
  summary:
    "List a site's subscribers, newest first; those in a state, of a source, or whose address begins so",
  http: "GET /sites/:siteId/subscribers",
  access: "subscribers.manage",
  input: PageRequest.extend({
    siteId: z.uuid(),
    state: SubscriberState.optional(),
    source: SubscriberSource.optional(),
    search: z.string().trim().max(254).optional().describe("The beginning of the address"),
  }),
  output: pageOf(Subscriber),
  async run({ db }, { siteId, limit, after, state, source, search }) {
    await checkSite(db, siteId);
    const begins = `${(search ?? "").toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    const rows = await db
      .selectFrom("subscriber")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(state !== undefined, (query) => query.where("state", "=", String(state)))
      .$if(source !== undefined, (query) => query.where("source", "=", String(source)))
      .$if(begins !== "%", (query) => query.where("addressKey", "like", begins))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(subscriberOf), limit);
  },
});

export const getSubscriber = operation({
  id: "getSubscriber",
  summary: "Show a subscriber and what he agreed to, when and where: the record of his consent",
  http: "GET /subscribers/:id",
  access: "subscribers.manage",
  input: z.object({ id: z.uuid() }),
  output: Subscriber.extend({ consents: z.array(ConsentLine) }),
  async run({ db }, { id }) {
    const row = await readSubscriber(db, id);
    const consents = await db
      .selectFrom("subscriberConsent")
      .select(["id", "at", "deed", "words", "pageUrl", "addressPrint", "byName"])
      .where("subscriberId", "=", id)
      .orderBy("id", "desc")
      .limit(200)
      .execute();
    return { ...row, consents: z.array(ConsentLine).parse(consents.map(consentOf)) };
  },
});

export const exportSubscriberData = operation({
  id: "exportSubscriberData",
  summary: "Give out everything that is kept about a subscriber, for him who asks for it (GDPR, article 15)",
  http: "GET /subscribers/:id/data",
  access: "subscribers.manage",
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.record(z.string(), z.unknown()) }),
  async run({ db }, { id }) {
    const data = await readSubscriberData(db, id);
    if (!data) throw noSubscriber(id);
    return { data };
  },
});

/** As callers see him. Throws `not_found`. */
export async function readSubscriber(db: Db, id: string): Promise<z.output<typeof Subscriber>> {
  const row = await db.selectFrom("subscriber").select(columns).where("id", "=", id).executeTakeFirst();
  if (!row) throw noSubscriber(id);
  return subscriberOf(row);
}

export const noSubscriber = (id: string): Problem =>
  new Problem("not_found", say`There is no subscriber ${id} here`, {
    hint: say`See listSubscribers for them`,
  });

type Row = {
  readonly state: string;
  readonly source: string;
  readonly language: string;
  readonly frequency: string;
};

function subscriberOf<Given extends Row>(row: Given) {
  return {
    ...row,
    state: SubscriberState.parse(row.state),
    source: SubscriberSource.parse(row.source),
    language: Language.parse(row.language),
    frequency: Frequency.parse(row.frequency),
  };
}

/** `Instant` reads text where it parses. */
const consentOf = <Given extends { readonly at: Date }>(row: Given) => ({ ...row, at: row.at.toISOString() });
