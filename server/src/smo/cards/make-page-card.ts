import { hashCard } from "@samovar/repair";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cardKey, keepAsset, readAssets, readWishedFiles } from "./card-files.ts";
import { cardOf, columns } from "./card-row.ts";
import type { CardPrinter } from "./card-printer.ts";
import { readTemplate } from "./card-template.ts";
import { describeForCard, type PageWords } from "./describe-for-card.ts";
import { fetchPicture } from "./fetch-picture.ts";
import { CardContent, CardNote, type CardRecipe, type CardTemplate, PageCard } from "./schema.ts";
import { checkPageOfSite } from "./check-page-of-site.ts";

export const makePageCard = (printer: CardPrinter) =>
  operation({
    id: "makePageCard",
    summary: "Make the card image of a page, from what the page says of itself or from what you say",
    http: "POST /sites/:siteId/cards",
    access: "sites.manage",
    transaction: "own",
    input: z.object({
      siteId: z.uuid(),
      pageUrl: z.url("is no address").max(2000, "is longer than 2,000 characters"),
      content: CardContent.nullable().default(null).describe("Null: the page is read"),
    }),
    output: PageCard.extend({ notes: z.array(CardNote) }),
    async run(ctx, { siteId, pageUrl, content }) {
      const template = await ctx.transact(async ({ db }) => {
        await checkPageOfSite(db, siteId, pageUrl);
        return readTemplate({ ...ctx, db }, siteId);
      });
      const words = content === null ? await describeForCard(ctx.http, pageUrl) : { content, imageUrl: null };
      const recipe = await writeRecipe(ctx, template, words);
      const assets = await readAssets(ctx.files, ctx.workspace.id, recipe);
      const hash = hashCard(recipe.look, recipe.content, assets);
      const { jpeg, notes } = await printer.print(`${siteId}/${hash}`, async () => ({ ...recipe, assets }));
      if (notes.includes("title-empty")) throw nothingToSay(pageUrl);
      await ctx.files.write(cardKey(siteId, hash), jpeg);
      const card = { siteId, hash, pageUrl, title: recipe.content.title, byteLength: jpeg.byteLength };
      return { ...(await keepCard(ctx, card, recipe)), notes: [...notes] };
    },
  });

/** Keeps the files beside the recipe, so that the card can be drawn again when the logo is another. */
async function writeRecipe(
  ctx: Context,
  { look, logo, font }: CardTemplate,
  { content, imageUrl }: PageWords,
): Promise<CardRecipe> {
  const wish = { logoId: logo?.id ?? null, fontId: font?.id ?? null };
  const own = await ctx.transact(({ db }) => readWishedFiles({ db, files: ctx.files }, wish));
  const wantsPicture = look.layout === "photo-background" || look.layout === "photo-side";
  const picture = wantsPicture && imageUrl !== null ? await fetchPicture(ctx, imageUrl) : undefined;
  const keep = (bytes: Uint8Array | undefined) =>
    bytes ? keepAsset(ctx.files, ctx.workspace.id, bytes) : null;
  return { look, content, font: own.font, logo: await keep(own.logo), picture: await keep(picture) };
}

type NewCard = Pick<PageCard, "siteId" | "pageUrl" | "title" | "byteLength"> & { readonly hash: string };

async function keepCard(ctx: Context, card: NewCard, recipe: CardRecipe): Promise<PageCard> {
  const row = { id: uuidv7(), ...card, recipe: JSON.stringify(recipe), madeAt: ctx.now() };
  const { id: _, ...changed } = row;
  const kept = await ctx.transact(({ db }) =>
    db
      .insertInto("card")
      .values(row)
      .onConflict((known) => known.columns(["siteId", "hash"]).doUpdateSet(changed))
      .returning(columns)
      .executeTakeFirstOrThrow(),
  );
  return cardOf(kept, ctx.publicUrl);
}

const nothingToSay = (pageUrl: string) =>
  new Problem("invalid", say`${pageUrl} has no title that a card could show`, {
    hint: say`Give the page a title, say what the card shall show, or upload a font that has its letters`,
  });
