import { z } from "zod";
import {
  fitForeignPicture,
  originalKey,
  type PictureBounds,
  renditionFor,
  type StoredMedia,
} from "#src/ground/media/index.ts";
import { HttpFailure } from "@samovar/http-client";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Card, Message, Network, Picture } from "#src/networks/network.ts";
import type { Limit } from "#src/networks/limits.ts";
import type { Outside } from "#src/smm/channels/index.ts";
import { composeTexts, type Written } from "./compose.ts";
import type { PageCard } from "./page-card.ts";

const Json = z.json();

/** A message as it is kept before it is sent, so that a repeat after a crash sends the same. */
export const StoredMessage = z.object({
  text: z.string(),
  languages: z.array(z.string()),
  options: z.record(z.string(), Json),
  pictures: z.array(z.object({ mediaId: z.string(), alt: z.string() })),
  card: z
    .object({
      url: z.string(),
      title: z.string(),
      description: z.string(),
      picture: z
        .object({
          key: z.string(),
          mimeType: z.string(),
          width: z.number(),
          height: z.number(),
          byteLength: z.number(),
        })
        .nullable(),
    })
    .nullable(),
});
export type StoredMessage = z.output<typeof StoredMessage>;

export interface Composing extends Written {
  readonly languages: readonly string[];
  readonly media: readonly StoredMedia[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The post and the segments of its thread as one network gets them. Throws `invalid` for choices it does not know. */
export function composeMessages(
  network: Network,
  written: Composing,
  trackedUrl: string | undefined,
): StoredMessage[] {
  const options = parseOptions(network, written.options);
  // A choice without a default (a poll, say) is the first message's own; the others hold for the whole thread.
  const common = Object.keys(network.options.parse({}));
  const carried = Object.fromEntries(Object.entries(options).filter(([name]) => common.includes(name)));
  return composeTexts(written, trackedUrl).map((text, index) => ({
    text,
    languages: [...written.languages],
    options: index === 0 ? options : carried,
    pictures: index === 0 ? written.media.map(({ id, alt }) => ({ mediaId: id, alt })) : [],
    card: null,
  }));
}

function parseOptions(network: Network, given: Readonly<Record<string, unknown>>): StoredMessage["options"] {
  const parsed = network.options.safeParse(given);
  if (parsed.success) return z.record(z.string(), Json).parse(JSON.parse(JSON.stringify(parsed.data)));
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: `options.${path.join(".")}`,
    message,
  }));
  throw new Problem("invalid", say`${network.name}: ${fields[0]?.path}: ${fields[0]?.message}`, {
    fields,
    hint: say`See the network's choices in listNetworks`,
  });
}

/** What the network's limits say of pictures. */
export function boundsOf(limits: readonly Limit[]): PictureBounds {
  const find = (at: string) => limits.find((limit) => limit.at === at && limit.when === undefined);
  const most = (at: string, name: keyof PictureBounds) => {
    const max = find(at)?.max;
    return max === undefined ? {} : { [name]: max };
  };
  const mimeTypes = find("pictures.*.mimeType")?.oneOf;
  return {
    ...most("pictures.*.byteLength", "maxBytes"),
    ...most("pictures.*.width", "maxWidth"),
    ...most("pictures.*.height", "maxHeight"),
    ...(mimeTypes && { mimeTypes }),
  };
}

export interface Sources {
  readonly media: ReadonlyMap<string, StoredMedia>;
  readonly bounds: PictureBounds;
}

/** With its pictures made to fit, ready to go. */
export async function loadMessage(
  { files }: Pick<Outside, "files">,
  stored: StoredMessage,
  sources: Sources,
): Promise<Message> {
  const pictures: Picture[] = [];
  for (const { mediaId, alt } of stored.pictures) {
    const media = sources.media.get(mediaId);
    if (!media)
      throw new Problem("not_found", say`The picture ${mediaId} is gone`, {
        hint: say`Take it out of the post`,
      });
    const made = await renditionFor(files, { ...media, key: originalKey(media) }, sources.bounds);
    const { bytes, mimeType, width, height } = made;
    pictures.push({ bytes: async () => bytes, byteLength: bytes.byteLength, mimeType, width, height, alt });
  }
  const { text, languages, options, card } = stored;
  return { text, languages, options, pictures, ...(card && { card: loadCard(files, card) }) };
}

function loadCard(files: Outside["files"], { picture, ...card }: NonNullable<StoredMessage["card"]>): Card {
  return {
    ...card,
    ...(picture && { picture: { ...picture, bytes: () => files.read(picture.key), alt: "" } }),
  };
}

const cardBounds: PictureBounds = {
  maxBytes: 900_000,
  maxWidth: 1200,
  maxHeight: 1200,
  mimeTypes: ["image/jpeg", "image/png"],
};
const maxCardPictureBytes = 8 * 1024 * 1024;

/** The card with its picture fetched and kept under the key. Without the picture where it can't be had. */
export async function keepCard(
  outside: Outside,
  page: PageCard,
  place: { readonly url: string; readonly key: string },
): Promise<NonNullable<StoredMessage["card"]>> {
  const { title, description, imageUrl } = page;
  const bare = { url: place.url, title, description, picture: null };
  if (imageUrl === null) return bare;
  try {
    const response = await outside.http(imageUrl, { maxBytes: maxCardPictureBytes, timeoutMs: 10_000 });
    if (!response.ok) return bare;
    const made = await fitForeignPicture(new Uint8Array(await response.arrayBuffer()), imageUrl, cardBounds);
    await outside.files.write(place.key, made.bytes);
    const { mimeType, width, height, bytes } = made;
    return { ...bare, picture: { key: place.key, mimeType, width, height, byteLength: bytes.byteLength } };
  } catch (error) {
    if (!(error instanceof HttpFailure || error instanceof Problem)) throw error;
    outside.log.info({ imageUrl, why: error.message }, "A card goes without its picture");
    return bare;
  }
}
