import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const Options = z.record(z.string(), z.json());

/** What the author wrote, with its forms for channels. */
export interface StoredPost {
  readonly id: string;
  readonly text: string;
  readonly languages: string[];
  readonly linkUrl: string | null;
  readonly mediaIds: string[];
  readonly thread: string[];
  readonly campaign: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly variants: readonly StoredVariant[];
}

export interface StoredVariant {
  readonly channelId: string;
  readonly text: string | null;
  readonly options: z.output<typeof Options>;
}

const columns = [
  "id",
  "text",
  "languages",
  "linkUrl",
  "mediaIds",
  "thread",
  "campaign",
  "createdAt",
  "createdBy",
] as const;

/** Throws `not_found`. */
export async function getStoredPost(db: Db, id: string): Promise<StoredPost> {
  const [post] = await readPosts(db, [id]);
  if (!post)
    throw new Problem("not_found", say`There is no post ${id} here`, { hint: say`See listPosts for yours` });
  return post;
}

/** As `getStoredPost`, and nobody else changes the post or its publications until the transaction ends. */
export async function lockPost(db: Db, id: string): Promise<StoredPost> {
  await db.selectFrom("post").select("id").where("id", "=", id).forUpdate().execute();
  await db
    .selectFrom("publication")
    .select("id")
    .where("postId", "=", id)
    .orderBy("id")
    .forUpdate()
    .execute();
  return getStoredPost(db, id);
}

/** In the order of their ids, newest first. */
export async function readPosts(db: Db, ids: readonly string[]): Promise<StoredPost[]> {
  if (ids.length === 0) return [];
  const posts = await db
    .selectFrom("post")
    .select(columns)
    .where("id", "in", ids)
    .orderBy("id", "desc")
    .execute();
  const variants = await db
    .selectFrom("postVariant")
    .select(["postId", "channelId", "text", "options"])
    .where("postId", "in", ids)
    .orderBy("position")
    .execute();
  const byPost = Map.groupBy(variants, ({ postId }) => postId);
  return posts.map((post) => ({
    ...post,
    variants: (byPost.get(post.id) ?? []).map(({ channelId, text, options }) => ({
      channelId,
      text,
      options: Options.parse(options),
    })),
  }));
}
