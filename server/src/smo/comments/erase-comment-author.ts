import { z } from "zod";
import { parseAddress } from "#src/ground/mail/index.ts";
import { checkSite } from "#src/ground/sites/index.ts";
import { job } from "#src/platform/jobs/job.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { changeCommentState } from "./change-comment-state.ts";
import { AuthorKind } from "./schema.ts";
import { commentAuthorErased } from "./signals.ts";

const Author = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    kind: AuthorKind,
    name: z.string(),
    email: z.string().nullable(),
    url: z.string().nullable(),
    trust: z.int(),
    publishedCount: z.int(),
    refusedCount: z.int(),
    createdAt: Instant,
    erasedAt: Instant.nullable(),
  })
  .meta({ id: "CommentAuthor" });

export const listCommentAuthors = operation({
  id: "listCommentAuthors",
  summary:
    "List who has spoken on a site's pages, newest first; by e-mail or name, to find somebody who asks",
  http: "GET /sites/:siteId/comment-authors",
  access: "comments.moderate",
  input: PageRequest.extend({
    siteId: z.uuid(),
    email: z.string().max(320).optional().describe("The whole address"),
    name: z.string().max(120).optional().describe("The whole name, in capitals or not"),
  }),
  output: pageOf(Author),
  async run({ db }, { siteId, limit, after, email, name }) {
    await checkSite(db, siteId);
    const rows = await db
      .selectFrom("commentAuthor")
      .selectAll()
      .where("siteId", "=", siteId)
      .$if(email !== undefined, (query) => query.where("email", "=", parseAddress(email ?? "") ?? ""))
      .$if(name !== undefined, (query) => query.where("nameKey", "=", String(name).toLowerCase()))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, kind: AuthorKind.parse(row.kind) })),
      limit,
    );
  },
});

export const eraseCommentAuthor = operation({
  id: "eraseCommentAuthor",
  summary: "Erase an author: name, address and tokens at once, all his comments right after; for good",
  http: "DELETE /comment-authors/:id",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: Author,
  async run(ctx, { id }) {
    const before = await ctx.db
      .selectFrom("commentAuthor")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!before) {
      throw new Problem("not_found", say`There is no author ${id} here`, {
        hint: say`See listCommentAuthors`,
      });
    }
    const now = ctx.now();
    const isForeign = before.kind === "foreign";
    const erased = await ctx.db
      .updateTable("commentAuthor")
      .set({
        name: "—",
        email: null,
        emailVerifiedAt: null,
        url: null,
        avatarUrl: null,
        erasedAt: now,
        // Who comes from elsewhere is remembered by his address, or his next words would be taken in again.
        ...(isForeign ? { optedOutAt: now } : { subject: null }),
      })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.db.deleteFrom("commentToken").where("authorId", "=", id).execute();
    await ctx.db
      .updateTable("commentSignIn")
      .set({ email: null, name: null, secrets: null })
      .where("authorId", "=", id)
      .execute();
    const workspaceId = ctx.workspace.id;
    await ctx.announce(commentAuthorErased, {
      workspaceId,
      siteId: before.siteId,
      authorId: id,
      email: before.email,
    });
    await ctx.enqueue(eraseComments, { workspaceId, authorId: id }, { jobKey: `comments:erase:${id}` });
    return { ...erased, kind: AuthorKind.parse(erased.kind) };
  },
});

const batch = 100;

/** Deletes what an erased author wrote, a hundred at a time, so that no thread is held for long. */
export const eraseComments = job({
  id: "comments.eraseComments",
  payload: z.object({ workspaceId: z.uuid(), authorId: z.uuid() }),
  async run({ transact, now }, { workspaceId, authorId }) {
    let hasMore = true;
    while (hasMore) {
      hasMore = await transact(workspaceId, async (inside) => {
        const rows = await inside.db
          .selectFrom("comment")
          .select("id")
          .where("authorId", "=", authorId)
          .where("state", "<>", "deleted")
          .orderBy("threadId")
          .limit(batch)
          .execute();
        for (const { id } of rows) {
          await changeCommentState(inside, {
            commentId: id,
            to: "deleted",
            by: { kind: "owner" },
            now: now(),
          });
        }
        return rows.length === batch;
      });
    }
  },
});
