import { isFont } from "@samovar/repair";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Name } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { getFont, keepAsset } from "./card-files.ts";
import { CardFont } from "./schema.ts";

const maxBytes = 2 * 1024 * 1024;
const tooLarge = "is larger than 2 MB; take a WOFF2 file, which is smaller";
const columns = ["id", "name", "byteLength", "createdAt"] as const;

const Base64 = z
  .string()
  .max(Math.ceil(maxBytes / 3) * 4, tooLarge)
  .pipe(z.base64("is neither a file nor base64"))
  .transform((text) => new File([Buffer.from(text, "base64")], "font"));

export const uploadCardFont = operation({
  id: "uploadCardFont",
  summary: "Upload a font for card images (WOFF2, TrueType or OpenType), as multipart/form-data or as base64",
  http: "POST /card-fonts",
  access: "sites.manage",
  transaction: "own",
  input: z.object({
    file: z
      .union([z.file().max(maxBytes, tooLarge), Base64], { error: "is no file; send one, or base64" })
      .describe("The font"),
    name: Name.describe("What you call it"),
  }),
  output: CardFont,
  async run(ctx, { file, name }) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!(await isFont(bytes)))
      throw new Problem("invalid", say`"${name}" is no font, or a broken one`, {
        hint: say`Upload a WOFF2, TrueType or OpenType file`,
      });
    const digest = await keepAsset(ctx.files, ctx.workspace.id, bytes);
    const row = { id: uuidv7(), name, digest, byteLength: bytes.byteLength, createdAt: ctx.now() };
    return ctx.transact(({ db }) =>
      db.insertInto("cardFont").values(row).returning(columns).executeTakeFirstOrThrow(),
    );
  },
});

export const listCardFonts = operation({
  id: "listCardFonts",
  summary: "List the fonts of your own for card images, newest first",
  http: "GET /card-fonts",
  access: "read",
  input: PageRequest,
  output: pageOf(CardFont),
  async run(ctx, { limit, after }) {
    const rows = await ctx.db
      .selectFrom("cardFont")
      .select(columns)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});

export const deleteCardFont = operation({
  id: "deleteCardFont",
  summary: "Take a font out of the workspace; templates that use it go back to Noto Sans",
  http: "DELETE /card-fonts/:id",
  access: "sites.manage",
  input: z.object({ id: z.uuid() }),
  output: CardFont,
  async run(ctx, { id }) {
    const { name, byteLength, createdAt } = await getFont(ctx.db, id);
    // The file stays: cards that were made with it may have to be drawn again.
    await ctx.db.deleteFrom("cardFont").where("id", "=", id).execute();
    return { id, name, byteLength, createdAt };
  },
});
