import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { readMedia } from "#src/ground/media/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { NetworkFailure } from "#src/networks/failure.ts";
import type { Published } from "#src/networks/network.ts";
import type { OpenChannel, Outside } from "#src/smm/channels/index.ts";
import { checkMessages, foresee } from "./check.ts";
import { concludeRun } from "./conclude.ts";
import { composeMessages, keepCard, StoredMessage } from "./message.ts";
import { findPageCard } from "./page-card.ts";
import type { Run } from "./begin.ts";
import { getStoredPost, type StoredPost } from "./stored-post.ts";

/** One message of a publication and how far it is. */
export type Part = z.output<typeof Part>;
const Part = z.object({
  id: z.string(),
  position: z.number(),
  message: StoredMessage,
  state: z.enum(["waiting", "sending", "sent"]),
  key: z.string().nullable(),
  handle: z.string().nullable(),
  attemptedAt: z.date().nullable(),
  attempts: z.number(),
  doubts: z.number(),
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  extra: z.json().nullable(),
});

/** As the network names it. Only of a part that was sent. */
export function publishedOf({
  externalId,
  url,
  extra,
}: Pick<Part, "externalId" | "url" | "extra">): Published {
  return { id: externalId ?? "", url: url ?? "", ...(extra !== null && { extra }) };
}

/**
 * The messages of the publication. They are composed anew as long as none was attempted, and checked once more
 * against the limits, which may have changed since. Undefined when they can't go: then the publication says why.
 */
export async function prepare(
  outside: Outside,
  run: Run,
  open: OpenChannel,
): Promise<readonly Part[] | undefined> {
  const kept = await readParts(outside, run.publicationId);
  if (kept.some(({ state }) => state !== "waiting")) return kept;
  try {
    const messages = await compose(outside, run, open);
    await keepParts(outside, run.publicationId, messages);
    return await readParts(outside, run.publicationId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const failure = new NetworkFailure("rejected", error.message, {
      rule: "samovar.publication.check",
      ...(error.hint && { hint: error.hint }),
    });
    await concludeRun(outside, run, { outcome: { kind: "stopped", inDoubt: false, failure }, position: 0 });
    return undefined;
  }
}

async function readParts(outside: Outside, publicationId: string): Promise<readonly Part[]> {
  const rows = await outside.transact(({ db }) =>
    db
      .selectFrom("publicationPart")
      .selectAll()
      .where("publicationId", "=", publicationId)
      .orderBy("position")
      .execute(),
  );
  return z.array(Part).parse(rows);
}

async function compose(
  outside: Outside,
  run: Run,
  { channel, network, session }: OpenChannel,
): Promise<readonly StoredMessage[]> {
  const { post, media } = await outside.transact(async ({ db }) => {
    const found = await getStoredPost(db, run.postId);
    return { post: found, media: await readMedia(db, found.mediaIds) };
  });
  const variant = post.variants.find(({ channelId }) => channelId === channel.id);
  const written = { ...post, text: variant?.text ?? post.text, options: variant?.options ?? {}, media };
  const [first, ...rest] = composeMessages(network, written, run.trackedUrl);
  if (!first) return [];
  const messages = [{ ...first, card: media.length > 0 ? null : await cardFor(outside, run, post) }, ...rest];
  const sources = { account: session.account, media: new Map(media.map((each) => [each.id, each])) };
  const foreseen = messages.map((message) => foresee(message, network, sources));
  const fault = checkMessages(network, session.account, foreseen).find(
    ({ severity }) => severity === "error",
  );
  if (fault) throw new Problem("invalid", fault.message, { hint: fault.remedy });
  return messages;
}

/** For networks whose clients build the card themselves; the others don't look at it. */
async function cardFor(outside: Outside, run: Run, { linkUrl }: StoredPost): Promise<StoredMessage["card"]> {
  if (linkUrl === null || run.trackedUrl === undefined) return null;
  const page = await findPageCard(outside, linkUrl);
  if (!page) return null;
  return keepCard(outside, page, {
    url: run.trackedUrl,
    key: `${outside.workspaceId}/cards/${run.publicationId}`,
  });
}

async function keepParts(
  outside: Outside,
  publicationId: string,
  messages: readonly StoredMessage[],
): Promise<void> {
  await outside.transact(async ({ db }) => {
    await db.deleteFrom("publicationPart").where("publicationId", "=", publicationId).execute();
    const rows = messages.map((message, position) => ({
      id: uuidv7(),
      publicationId,
      position,
      message: JSON.stringify(message),
      state: "waiting",
    }));
    await db.insertInto("publicationPart").values(rows).execute();
  });
}
