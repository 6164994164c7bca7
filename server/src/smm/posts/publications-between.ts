import type { Db } from "#src/platform/database/database.ts";

/** A publication as reports see it. Counts are null where the network does not tell, or was not asked yet. */
export interface PublishedRow {
  readonly id: string;
  readonly postId: string;
  readonly postText: string;
  readonly channelId: string;
  readonly networkId: string;
  readonly handle: string;
  readonly url: string | null;
  readonly publishedAt: Date;
  readonly linkIds: readonly string[];
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly replies: number | null;
  readonly quotes: number | null;
  readonly views: number | null;
}

interface Asked {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  /** Id of the last publication that the caller has. */
  readonly after?: string | undefined;
}

/** What went out from `from` until before `to`, what is withdrawn since included; newest first by id. */
export async function publicationsBetween(
  db: Db,
  { from, to, limit, after }: Asked,
): Promise<PublishedRow[]> {
  const rows = await db
    .selectFrom("publication")
    .innerJoin("post", "post.id", "publication.postId")
    .innerJoin("channel", "channel.id", "publication.channelId")
    .leftJoin("publicationMetrics as metrics", "metrics.publicationId", "publication.id")
    .leftJoin("link", "link.publicationId", "publication.id")
    .select([
      "publication.id",
      "publication.postId",
      "publication.channelId",
      "publication.url",
      "publication.publishedAt",
    ])
    .select(["post.text as postText", "channel.networkId", "channel.handle", "link.id as linkId"])
    .select(["metrics.likes", "metrics.reposts", "metrics.replies", "metrics.quotes", "metrics.views"])
    .where("publication.publishedAt", ">=", from)
    .where("publication.publishedAt", "<", to)
    .$if(after !== undefined, (query) => query.where("publication.id", "<", String(after)))
    .orderBy("publication.id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ publishedAt, linkId, ...row }) =>
    publishedAt ? [{ ...row, publishedAt, linkIds: linkId === null ? [] : [linkId] }] : [],
  );
}
