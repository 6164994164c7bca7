/** https://docs.joinmastodon.org/methods/media/ */
import { Hono, type Context } from "hono";
import { mediaEntity } from "./entities.ts";
import type { TwinEnv } from "./faults.ts";
import { invalid, notFound, readFields, signedIn, text } from "./request.ts";
import type { TwinMedia, TwinWorld } from "./world.ts";

export const imageTypes = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/heic",
  "image/heif",
  "image/webp",
  "image/avif",
];

export function mediaRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  const write = signedIn(world, "write:media");
  routes.post("/api/v2/media", write, (c) => upload(world, c));
  routes.get("/api/v1/media/:id", write, (c) => {
    const media = own(world, c);
    if (!media) return notFound(c);
    if (media.pendingPolls === 0) return c.json(mediaEntity(world, media));
    media.pendingPolls -= 1;
    return c.json(mediaEntity(world, media), 206);
  });
  routes.put("/api/v1/media/:id", write, async (c) => {
    const media = own(world, c);
    if (!media) return notFound(c);
    media.description = text(await readFields(c), "description") ?? media.description;
    return c.json(mediaEntity(world, media));
  });
  routes.get("/media/:id/original", (c) => {
    const media = world.media.get(c.req.param("id"));
    return media ? c.body(media.bytes, 200, { "content-type": media.mimeType }) : notFound(c);
  });
  return routes;
}

async function upload(world: TwinWorld, c: Context<TwinEnv>): Promise<Response> {
  const form = await c.req.formData();
  const file = form.get("file");
  if (!(file instanceof File)) return invalid(c, "File can't be blank");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!imageTypes.includes(file.type) || !looksLikeImage(bytes)) {
    return invalid(c, "File content type is invalid, File is invalid");
  }
  if (bytes.length > world.limits.imageSizeLimit)
    return invalid(c, "File file size must be less than the limit");
  const description = form.get("description");
  const media: TwinMedia = {
    id: world.nextId(),
    ownerId: c.get("userId"),
    mimeType: file.type,
    bytes,
    description: typeof description === "string" ? description : undefined,
    pendingPolls: world.slowMediaPolls,
  };
  if ((media.description?.length ?? 0) > world.limits.descriptionLimit)
    return invalid(c, "Description is too long");
  world.media.set(media.id, media);
  return c.json(mediaEntity(world, media), media.pendingPolls > 0 ? 202 : 200);
}

/** Magic numbers of PNG, JPEG, GIF, RIFF (WebP) and ISO-BMFF (HEIC, AVIF). */
function looksLikeImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF)/.test(head) || head.slice(4, 8) === "ftyp";
}

function own(world: TwinWorld, c: Context<TwinEnv>): TwinMedia | undefined {
  const media = world.media.get(c.req.param("id") ?? "");
  return media?.ownerId === c.get("userId") ? media : undefined;
}
