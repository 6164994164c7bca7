import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { readSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Headline, HeadlineTest, maxArms } from "./schema.ts";
import { selectTests } from "./stored-test.ts";

interface NewArm {
  readonly title: string;
  readonly postId: string | null;
}

const arms = <Item extends z.ZodType>(item: Item) =>
  z.array(item).min(2, "holds fewer than two").max(maxArms, `holds more than ${maxArms}`);

/** Titles of a page on the site's own lists are given out by us; a post's readers come by the post's own link. */
export const createHeadlineTest = operation({
  id: "createHeadlineTest",
  summary: "Begin a test of titles: of a page on the site's lists, or of posts that lead to it",
  http: "POST /sites/:siteId/headline-tests",
  access: "content.edit",
  input: z.object({
    siteId: z.uuid(),
    path: z
      .string()
      .regex(/^\/\S*$/, "must begin with / and hold no space")
      .max(2000),
    titles: arms(Headline).optional().describe("Of the page, two to six; leave out for a test of posts"),
    postIds: arms(z.uuid()).optional().describe("Posts that lead to the page, each with a title of its own"),
  }),
  output: HeadlineTest,
  async run(ctx, { siteId, path, titles, postIds }) {
    const site = await readSite(ctx, siteId);
    const isOfPosts = titles === undefined;
    const chosen = isOfPosts ? await armsOfPosts(ctx.db, postIds) : armsOfTitles(titles);
    if (!isOfPosts) await refuseSecond(ctx.db, { siteId: site.id, path });
    return begin(ctx, { siteId: site.id, path, kind: isOfPosts ? "posts" : "page", arms: chosen });
  },
});

function armsOfTitles(titles: readonly string[]): NewArm[] {
  const twice = titles.find((title, at) => titles.indexOf(title) !== at);
  if (twice === undefined) return titles.map((title) => ({ title, postId: null }));
  throw new Problem("invalid", say`titles: "${twice}" stands there twice`, {
    hint: say`Give each variant a title of its own`,
  });
}

async function armsOfPosts(db: Db, postIds: readonly string[] | undefined): Promise<NewArm[]> {
  if (postIds === undefined) {
    throw new Problem("invalid", say`Neither titles nor posts are given`, {
      hint: say`Give titles of the page, or postIds of posts that lead to it`,
    });
  }
  const posts = await db.selectFrom("post").select(["id", "text"]).where("id", "in", postIds).execute();
  return postIds.map((postId) => {
    const post = posts.find(({ id }) => id === postId);
    if (!post)
      throw new Problem("not_found", say`There is no post ${postId} here`, { hint: say`See listPosts` });
    return { title: (post.text.split("\n")[0] ?? "").slice(0, 300), postId };
  });
}

/** Two tests of one page at a time would share out each other's readers. */
async function refuseSecond(db: Db, page: { readonly siteId: string; readonly path: string }): Promise<void> {
  const other = await selectTests(db)
    .where("test.siteId", "=", page.siteId)
    .where("test.path", "=", page.path)
    .where("test.kind", "=", "page")
    .where("end.testId", "is", null)
    .executeTakeFirst();
  if (!other) return;
  throw new Problem(
    "conflict",
    say`${page.path} is being tested already, since ${other.beganAt.toISOString()}`,
    {
      hint: say`End that test first: endHeadlineTest`,
    },
  );
}

interface NewTest extends Pick<HeadlineTest, "siteId" | "path" | "kind"> {
  readonly arms: readonly NewArm[];
}

async function begin(ctx: Context, { arms: chosen, ...fields }: NewTest): Promise<HeadlineTest> {
  const test = {
    id: uuidv7(),
    ...fields,
    beganAt: ctx.now(),
    beganBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
  };
  await ctx.db.insertInto("headlineTest").values(test).execute();
  const rows = chosen.map((arm, position) => ({ id: uuidv7(), testId: test.id, position, ...arm }));
  await ctx.db.insertInto("headlineArm").values(rows).execute();
  const weights = chosen.map(() => 1 / chosen.length);
  await ctx.db
    .insertInto("headlineAllocation")
    .values({ testId: test.id, since: test.beganAt, weights })
    .execute();
  return { ...test, endedAt: null, endedBy: null, winnerId: null };
}
