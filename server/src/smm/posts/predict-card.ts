/** What card a network will make of a publication: foreseen when it goes out, so that it can be compared later. */
import type { Outside } from "#src/smm/channels/index.ts";
import { networkOf, readChannels } from "#src/smm/channels/index.ts";
import { checkLandingPage } from "./landing-page.ts";

/** Before that a network has hardly fetched the page: the servers of some spread their visits over a minute. */
const firstReadingMs = 2 * 60_000;

/** Foresees and keeps the card, where the network tells its own afterwards. Messages with pictures get none. */
export async function predictCard(outside: Outside, publicationId: string): Promise<void> {
  const going = await outside.transact(async ({ db }) => {
    const row = await db
      .selectFrom("publication")
      .innerJoin("post", "post.id", "publication.postId")
      .select(["publication.channelId", "post.linkUrl", "post.mediaIds"])
      .where("publication.id", "=", publicationId)
      .executeTakeFirst();
    const channel = row && (await readChannels(db, [row.channelId])).get(row.channelId);
    return row && channel && { ...row, network: networkOf(channel) };
  });
  if (!going || going.linkUrl === null || going.mediaIds.length > 0) return;
  const { previewId, card } = going.network;
  if (previewId === undefined || !card) return;
  const { cards } = await checkLandingPage(outside, going.linkUrl, [previewId]);
  const predicted = cards.find(({ network }) => network === previewId);
  if (!predicted) return;
  const now = outside.now();
  const kept = {
    predicted: JSON.stringify(predicted),
    predictedAt: now,
    nextReadingAt: new Date(now.getTime() + firstReadingMs),
  };
  await outside.transact(({ db }) =>
    db
      .insertInto("publicationCard")
      .values({ publicationId, ...kept })
      .onConflict((known) => known.column("publicationId").doNothing())
      .execute(),
  );
}
