import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Published } from "#src/networks/network.ts";
import { publishedOf } from "./prepare.ts";

/** A publication that is on its network now: the post first, then the segments of its thread. */
export interface PublishedPublication {
  readonly publicationId: string;
  readonly channelId: string;
  readonly publishedAt: Date;
  readonly messages: readonly Published[];
}

/** Nothing for a publication that is not out, was withdrawn, or was marked by hand and is known by no id. */
export async function findPublished(
  db: Db,
  publicationId: string,
): Promise<PublishedPublication | undefined> {
  const rows = await db
    .selectFrom("publication")
    .innerJoin("publicationPart as part", "part.publicationId", "publication.id")
    .select(["publication.channelId", "publication.publishedAt", "part.externalId", "part.url", "part.extra"])
    .where("publication.id", "=", publicationId)
    .where("publication.state", "in", ["publishing", "published", "partial"])
    .where("part.state", "=", "sent")
    .where("part.externalId", "is not", null)
    .orderBy("part.position")
    .execute();
  const [first] = rows;
  if (!first?.publishedAt) return undefined;
  const messages = rows.map((row) => publishedOf({ ...row, extra: z.json().parse(row.extra) }));
  return { publicationId, channelId: first.channelId, publishedAt: first.publishedAt, messages };
}
