import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { inspectPicture, makeThumbnail } from "./picture.ts";
import { AltText, Media } from "./schema.ts";
import { columns, mediaOf, originalKey, thumbnailKey } from "./stored-media.ts";

const maxBytes = 32 * 1024 * 1024;
const tooLarge = `is larger than ${maxBytes / 1024 / 1024} MB; save it smaller`;

const Base64 = z
  .string()
  .max(Math.ceil(maxBytes / 3) * 4, tooLarge)
  .pipe(z.base64("is neither a file nor base64"))
  .transform((text) => new File([Buffer.from(text, "base64")], "picture"));

export const uploadMedia = operation({
  id: "uploadMedia",
  summary: "Upload a picture (JPEG, PNG, WebP, GIF or AVIF), as multipart/form-data or as base64",
  http: "POST /media",
  access: "posts.write",
  transaction: "own",
  input: z.object({
    file: z
      .union([z.file().max(maxBytes, tooLarge), Base64], { error: "is no file; send one, or base64" })
      .describe("The picture"),
    name: z
      .string()
      .trim()
      .min(1, "is empty")
      .max(200, "is longer than 200 characters")
      .optional()
      .describe("The file's own name if left out"),
    alt: AltText.default("").describe("What it shows, for those who can't see it"),
  }),
  output: Media,
  async run(ctx, { file, name = file.name, alt }) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const shown = name.slice(0, 200) || "picture";
    if (bytes.byteLength === 0)
      throw new Problem("invalid", say`"${shown}" is empty`, { hint: say`Choose the file again` });
    const facts = await inspectPicture(bytes, shown);
    const thumbnail = await makeThumbnail(bytes);
    const id = uuidv7();
    const place = { workspaceId: ctx.workspace.id, id };
    await keepFile(ctx, originalKey(place), bytes);
    await keepFile(ctx, thumbnailKey(place), thumbnail);
    const row = { id, name: shown, alt, ...facts, byteLength: bytes.byteLength, createdAt: ctx.now() };
    const added = await ctx.transact(({ db }) =>
      db.insertInto("media").values(row).returning(columns).executeTakeFirstOrThrow(),
    );
    return mediaOf(added, ctx.publicUrl);
  },
});

async function keepFile(ctx: Pick<Context, "files">, key: string, bytes: Uint8Array): Promise<void> {
  try {
    await ctx.files.write(key, bytes);
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    throw new Problem("unavailable", say`The disk of the house is full; the picture was not kept`, {
      hint: say`Whoever runs the house must free space in DATA_DIR; then upload it again`,
      cause,
    });
  }
}

const isFull = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
