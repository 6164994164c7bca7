import type { Context } from "hono";
import { EventId } from "#src/ground/events/index.ts";
import type { Holder, LetterParts } from "./letter-parts.ts";
import { learnArrival } from "./learn-arrival.job.ts";
import { countConfirmed, printsOf } from "./limits.ts";

/**
 * Records that a visitor subscribed, once he confirmed it: a letter that nobody asked for is no success. The event
 * carries the click or share that brought him to the page where he asked.
 */
export async function noteArrival(parts: LetterParts, c: Context, holder: Holder): Promise<void> {
  const { subscriber, site, inside, now } = holder;
  const asker = { siteId: site.id, address: undefined, email: subscriber.address, now };
  const { email: emailPrint } = printsOf(parts.house.vault, asker);
  await countConfirmed(inside.db, { siteId: site.id, emailPrint, now });
  if (!subscriber.isMeasured) return;
  const s = EventId.safeParse(subscriber.arrivedBy).data;
  await parts.visitors.record(c, {
    site,
    visit: { ...(s !== undefined && { s }), visitAge: 0, own: false },
    event: { kind: "subscribe", url: subscriber.pageUrl ?? site.origin, name: "email" },
  });
  if (s === undefined) return;
  await inside.enqueue(learnArrival, { workspaceId: site.workspaceId, subscriberId: subscriber.id });
}
