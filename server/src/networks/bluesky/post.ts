/** A message as a record: https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json */
import { RichText, type Agent, type AppBskyFeedPost, type BlobRef } from "@atproto/api";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Card, Message, Picture, Published } from "../network.ts";
import { attempt } from "./failures.ts";
import { maxPictureBytes, maxThumbBytes } from "./limits.ts";
import { PostOptions } from "./options.ts";
import { preparePicture, type PreparedPicture } from "./picture.ts";
import { timeOfRecordKey } from "./record-key.ts";

export const postCollection = "app.bsky.feed.post";

/** Builds the record; the same message and key give the same record, to the byte. */
export async function toRecord(agent: Agent, message: Message, key: string): Promise<AppBskyFeedPost.Record> {
  const text = new RichText({ text: message.text });
  // Links, tags and mentions by byte offsets; handles become DIDs, unknown ones stay text.
  await attempt({ surface: "post" }, () => text.detectFacets(agent));
  const { contentLabels } = PostOptions.parse(message.options);
  const embed = await toEmbed(agent, message);
  return {
    $type: postCollection,
    text: text.text,
    createdAt: timeOfRecordKey(key).toISOString(),
    ...(text.facets && { facets: text.facets }),
    ...(message.languages.length > 0 && { langs: [...message.languages] }),
    ...(embed && { embed }),
    ...(message.replyTo && {
      reply: { root: toRef(message.replyTo.root), parent: toRef(message.replyTo.parent) },
    }),
    ...(contentLabels.length > 0 && {
      labels: { $type: "com.atproto.label.defs#selfLabels", values: contentLabels.map((val) => ({ val })) },
    }),
  };
}

/** A post carries pictures or a card, not both. */
async function toEmbed(agent: Agent, { pictures, card }: Message): Promise<AppBskyFeedPost.Record["embed"]> {
  if (pictures.length > 0) {
    const images = [];
    for (const picture of pictures) images.push(await toImage(agent, picture));
    return { $type: "app.bsky.embed.images", images };
  }
  return card && { $type: "app.bsky.embed.external", external: await toExternal(agent, card) };
}

async function toImage(agent: Agent, picture: Picture) {
  const prepared = await preparePicture(picture, maxPictureBytes);
  const { width, height } = prepared;
  return { image: await upload(agent, prepared), alt: picture.alt, aspectRatio: { width, height } };
}

async function toExternal(agent: Agent, { url, title, description, picture }: Card) {
  const thumb = picture && (await upload(agent, await preparePicture(picture, maxThumbBytes)));
  return { uri: url, title, description, ...(thumb && { thumb }) };
}

/** The same bytes make the same blob, so a repeated upload changes nothing. */
async function upload(agent: Agent, { bytes, mimeType }: PreparedPicture): Promise<BlobRef> {
  const { data } = await attempt({ surface: "picture" }, () =>
    agent.uploadBlob(bytes, { encoding: mimeType }),
  );
  return data.blob;
}

const Extra = z.object({ cid: z.string() });

/** A reply names what it answers by address and by content hash. */
export function toRef({ id, extra }: Published): { uri: string; cid: string } {
  const parsed = Extra.safeParse(extra);
  if (parsed.success) return { uri: id, cid: parsed.data.cid };
  throw new NetworkFailure("rejected", `What is answered (${id}) has no content hash`, {
    rule: "bluesky.post.reply",
    hint: "Read the replies again, then answer",
    cause: parsed.error,
  });
}
