import { makeTags } from "@samovar/repair";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { PageAddress, PageTags } from "./schema.ts";
import { wishForPage } from "./wish-for-page.ts";

export const getPageTags = operation({
  id: "getPageTags",
  summary: "Read a page now and write the tags to paste into its head",
  http: "GET /sites/:siteId/page-tags",
  access: "read",
  transaction: "own",
  input: z.object({ siteId: z.uuid(), url: PageAddress.describe("A page of the site") }),
  output: PageTags,
  async run(ctx, { siteId, url }) {
    const wish = await wishForPage(ctx, { siteId, url });
    const tags = makeTags(wish);
    return {
      url: wish.url,
      tags,
      byteLength: Buffer.byteLength(tags),
      title: wish.title,
      description: wish.description ?? null,
      imageUrl: wish.image?.url ?? null,
    };
  },
});
