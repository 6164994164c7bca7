import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { findMedia, mediaOf } from "#src/ground/media/index.ts";
import { MissedPolicy, type Post, PostState } from "./schema.ts";
import { readPublications } from "./stored-publication.ts";
import { getStoredPost, readPosts, type StoredPost } from "./stored-post.ts";

/** What its publications come to, most pressing first. */
export const postState = sql<string>`coalesce((select case
    when bool_or(p.state = 'publishing') then 'publishing'
    when bool_or(p.state in ('unknown', 'missed', 'failed', 'partial') and p.settled_at is null) then 'attention'
    when bool_or(p.state = 'scheduled') then 'scheduled'
    when bool_or(p.state in ('published', 'partial')) then 'published'
    when bool_or(p.state = 'withdrawn') then 'withdrawn'
    when bool_or(p.state in ('unknown', 'missed', 'failed')) then 'failed'
    else 'draft' end from publication p where p.post_id = post.id), 'draft')`;

/** Where it stands in the calendar: planned, else published, else written. */
export const postDate = sql<Date>`coalesce(
  (select s.at from post_schedule s where s.post_id = post.id),
  (select min(coalesce(p.published_at, p.scheduled_at)) from publication p where p.post_id = post.id),
  post.created_at)`;

/** As callers see it. Throws `not_found`. */
export async function readPostView(db: Db, publicUrl: string, id: string): Promise<Post> {
  const post = await getStoredPost(db, id);
  const [view] = await viewPosts(db, publicUrl, [post]);
  if (!view) throw new Error(`No view of the post ${id}`);
  return view;
}

export async function readPostViews(db: Db, publicUrl: string, ids: readonly string[]): Promise<Post[]> {
  return viewPosts(db, publicUrl, await readPosts(db, ids));
}

async function viewPosts(db: Db, publicUrl: string, posts: readonly StoredPost[]): Promise<Post[]> {
  const ids = posts.map(({ id }) => id);
  if (ids.length === 0) return [];
  const media = await findMedia(
    db,
    posts.flatMap(({ mediaIds }) => mediaIds),
  );
  const publications = await readPublications(db, ids);
  const schedules = await db.selectFrom("postSchedule").selectAll().where("postId", "in", ids).execute();
  const states = await db
    .selectFrom("post")
    .select(["id", postState.as("state")])
    .where("id", "in", ids)
    .execute();
  return posts.map(({ mediaIds, variants, ...post }) => {
    const schedule = schedules.find(({ postId }) => postId === post.id);
    const own = publications.get(post.id) ?? [];
    const outAt = own.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? []);
    return {
      ...post,
      media: mediaIds.flatMap((id) =>
        media.filter((each) => each.id === id).map((each) => mediaOf(each, publicUrl)),
      ),
      variants: [...variants],
      state: PostState.parse(states.find(({ id }) => id === post.id)?.state),
      scheduledFor: schedule
        ? { local: schedule.localTime, timeZone: schedule.timeZone, at: schedule.at }
        : null,
      missedPolicy: schedule ? policyOf(schedule) : null,
      publications: own,
      publishedAt: outAt.length > 0 ? new Date(Math.min(...outAt)) : null,
    };
  });
}

export function policyOf(row: {
  readonly missedKind: string;
  readonly missedWithinMinutes: number | null;
}): MissedPolicy {
  return MissedPolicy.parse({
    kind: row.missedKind,
    ...(row.missedWithinMinutes !== null && { withinMinutes: row.missedWithinMinutes }),
  });
}
