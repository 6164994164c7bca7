import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { publicationsBetween } from "#src/smm/posts/index.ts";
import { loopFigures, noFigures } from "./loop-figures.ts";
import { Period, readPeriod } from "./period.ts";

const count = z.int().nullable().describe("Null where the network does not tell");

/** One publication's whole turn of the loop, in one row. */
const LoopRow = z.object({
  id: z.uuid().describe("Id of the publication"),
  postId: z.uuid(),
  postText: z.string(),
  channelId: z.uuid(),
  networkId: z.string(),
  handle: z.string(),
  url: z.string().nullable(),
  publishedAt: Instant,
  likes: count,
  reposts: count,
  replies: count,
  clicks: z.int().describe("Of people"),
  robotClicks: z.int().describe("Robots, previews, prefetches, HEAD requests"),
  visits: z.int(),
  reads: z.int().describe("Visits with 15 s of visible time or 75 % scrolled"),
  shares: z.int().describe("Explicit shares in the whole tree below the link"),
  broughtByGeneration: z
    .array(z.int())
    .readonly()
    .describe("Visitors whom shares brought; the first sharers' first"),
  comments: z.int(),
});

export const getLoopReport = operation({
  id: "getLoopReport",
  summary:
    "Show for each publication what the network counts and what it brought: from like to second visitor",
  http: "GET /reports/loop",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: PageRequest.extend(Period.shape),
  output: pageOf(LoopRow),
  async run(ctx, { limit, after, ...asked }) {
    const period = readPeriod(asked, ctx.now());
    const found = await ctx.transact(({ db }) =>
      publicationsBetween(db, { ...period, limit: limit + 1, after }),
    );
    const { items, next } = cutPage(found, limit);
    const figures = await loopFigures(ctx.events, {
      workspaceId: ctx.workspace.id,
      publicationIds: items.map(({ id }) => id),
    });
    return {
      items: items.map((publication) => ({ ...publication, ...(figures.get(publication.id) ?? noFigures) })),
      next,
    };
  },
});
