import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { networkOf } from "#src/smm/channels/index.ts";
import { type Choice, type Publication, PublicationProblem, PublicationState } from "./schema.ts";

/** States in which nothing of a publication can be on its network. */
export const unsent: readonly string[] = ["draft", "scheduled", "missed", "failed"];

function publications(db: Db) {
  return db
    .selectFrom("publication")
    .innerJoin("channel", "channel.id", "publication.channelId")
    .leftJoin("publicationMetrics as metrics", "metrics.publicationId", "publication.id")
    .selectAll("publication")
    .select(["channel.networkId", "channel.handle"])
    .select([
      "metrics.likes",
      "metrics.reposts",
      "metrics.replies",
      "metrics.quotes",
      "metrics.views",
      "metrics.readAt",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof publications>["executeTakeFirstOrThrow"]>>;

/** As callers see it. Throws `not_found`. */
export async function getPublicationView(db: Db, id: string): Promise<Publication> {
  const row = await publications(db).where("publication.id", "=", id).executeTakeFirst();
  if (!row)
    throw new Problem("not_found", say`There is no publication ${id} here`, {
      hint: say`See listPosts for yours`,
    });
  return publicationOf(row);
}

/** Those of the posts, in the order that they were planned. */
export async function readPublications(
  db: Db,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, Publication[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await publications(db)
    .where("publication.postId", "in", postIds)
    .orderBy("publication.id")
    .execute();
  return Map.groupBy(rows.map(publicationOf), ({ postId }) => postId);
}

/** Those that wait for a person's decision, newest first. */
export async function readAttention(
  db: Db,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<Publication[]> {
  const rows = await publications(db)
    .where("publication.state", "in", attentionStates)
    .where("publication.settledAt", "is", null)
    .$if(page.after !== undefined, (query) => query.where("publication.id", "<", String(page.after)))
    .orderBy("publication.id", "desc")
    .limit(page.limit + 1)
    .execute();
  return rows.map(publicationOf);
}

const attentionStates: PublicationState[] = ["unknown", "missed", "failed", "partial"];

function publicationOf(row: Row): Publication {
  const { id, postId, channelId, handle, url, externalId, trackedUrl, scheduledAt, publishedAt } = row;
  const network = networkOf(row);
  const state = PublicationState.parse(row.state);
  const { likes, reposts, replies, quotes, views, readAt } = row;
  return {
    id,
    postId,
    channelId,
    network: { id: network.id, name: network.name, color: network.color },
    handle,
    state,
    url,
    externalId,
    trackedUrl,
    scheduledAt,
    publishedAt,
    metrics: readAt === null ? null : { likes, reposts, replies, quotes, views, readAt },
    problem: row.problem === null ? null : PublicationProblem.parse(row.problem),
    choices: row.settledAt === null ? choicesIn(state) : [],
    canEdit: network.edit !== undefined && state === "published" && externalId !== null,
    canWithdraw: network.withdraw !== undefined && isOut(state) && externalId !== null,
  };
}

const isOut = (state: PublicationState) => state === "published" || state === "partial";

/** What a person may decide about it, by its state; nothing in those that are not named. */
const choicesOf: Partial<Record<PublicationState, readonly Choice[]>> = {
  unknown: ["mark-published", "publish-again", "give-up"],
  missed: ["publish-again", "give-up"],
  failed: ["retry", "give-up"],
  partial: ["retry", "give-up"],
};

export const choicesIn = (state: PublicationState): Choice[] => [...(choicesOf[state] ?? [])];
