import { hashCard } from "@samovar/repair";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { readAssets, readWishedFiles } from "./card-files.ts";
import type { CardPrinter } from "./card-printer.ts";
import { samplePicture } from "./sample-picture.ts";
import { CardContent, CardNote, WishedTemplate } from "./schema.ts";

export function previewCard(printer: CardPrinter) {
  let sample: Promise<Uint8Array> | undefined;
  return operation({
    id: "previewCard",
    summary: "Draw a card image of a look and a content that are not kept",
    http: "POST /sites/:siteId/card-preview",
    access: "read",
    transaction: "own",
    changes: "nothing",
    input: WishedTemplate.extend({
      siteId: z.uuid(),
      content: CardContent,
      withPicture: z
        .boolean()
        .default(true)
        .describe("As for a page with a picture: a sample stands in for it"),
    }),
    output: z.object({
      image: z.string().describe("A JPEG of 1200 × 630, as a data: URL"),
      byteLength: z.int(),
      hash: z.string(),
      notes: z.array(CardNote),
    }),
    async run(ctx, { siteId, look, content, withPicture, ...wish }) {
      const { logo, font } = await ctx.transact(async ({ db }) => {
        await checkSite(db, siteId);
        return readWishedFiles({ db, files: ctx.files }, wish);
      });
      const own = await readAssets(ctx.files, ctx.workspace.id, { logo: null, picture: null, font });
      const assets = {
        logo,
        font: own.font,
        picture: withPicture ? await (sample ??= samplePicture()) : undefined,
      };
      const hash = hashCard(look, content, assets);
      const { jpeg, notes } = await printer.print(`preview/${hash}`, async () => ({ look, content, assets }));
      const image = `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`;
      return { image, byteLength: jpeg.byteLength, hash, notes: [...notes] };
    },
  });
}
