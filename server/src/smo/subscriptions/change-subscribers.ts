import { z } from "zod";
import { Address } from "#src/ground/mail/index.ts";
import { readSite } from "#src/ground/sites/index.ts";
import type { Actor } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { askForLetters } from "./ask-for-letters.ts";
import { erase, leave, takeSubscriber } from "./change-subscriber.ts";
import { Frequency, Language, maxTopics } from "./letters-schema.ts";
import { noSubscriber, readSubscriber } from "./list-subscribers.ts";
import { Subscriber } from "./schema.ts";
import { fitWishes } from "./wishes.ts";

const nameOf = (actor: Actor) => (actor.kind === "anonymous" ? "" : actor.name);

export const addSubscriber = operation({
  id: "addSubscriber",
  summary: "Ask somebody by a letter whether he wants the site's letters; he subscribes by confirming it",
  http: "POST /sites/:siteId/subscribers",
  access: "subscribers.manage",
  input: z.object({
    siteId: z.uuid(),
    email: Address,
    topics: z.array(z.uuid()).max(maxTopics).default([]),
    frequency: Frequency.optional(),
    language: Language.default("en"),
    pageUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  output: Subscriber,
  async run(ctx, { siteId, email, pageUrl = null, ...wished }) {
    const { name } = await readSite(ctx, siteId);
    const id = await askForLetters(ctx, {
      site: { id: siteId, workspaceId: ctx.workspace.id, name },
      email,
      wishes: await fitWishes(ctx.db, siteId, wished),
      source: "api",
      pageUrl,
      arrivedBy: null,
      isMeasured: true,
      addressPrint: null,
      byName: nameOf(ctx.actor),
    });
    return readSubscriber(ctx.db, id);
  },
});

export const endSubscription = operation({
  id: "endSubscription",
  summary: "Send a subscriber no more letters, as he asked",
  http: "POST /subscribers/:id/end",
  access: "subscribers.manage",
  input: z.object({ id: z.uuid() }),
  output: Subscriber,
  async run({ db, now, actor }, { id }) {
    const subscriber = await takeSubscriber(db, id);
    if (!subscriber) throw noSubscriber(id);
    await leave(db, subscriber, { now: now(), reason: "owner", byName: nameOf(actor) });
    return readSubscriber(db, id);
  },
});

export const eraseSubscriber = operation({
  id: "eraseSubscriber",
  summary:
    "Erase everything about a subscriber: his address, his choice, the record of his consent, his letters",
  http: "DELETE /subscribers/:id",
  access: "subscribers.manage",
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run({ db, vault }, { id }) {
    const subscriber = await takeSubscriber(db, id);
    if (!subscriber) throw noSubscriber(id);
    await erase({ db, vault }, subscriber);
    return { id };
  },
});
