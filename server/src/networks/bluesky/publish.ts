/** Puts a post under the key that was chosen for it, and finds it again. */
import { XRPCError, type Agent } from "@atproto/api";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Mark, Message, Published, Session } from "../network.ts";
import { openAgent } from "./agent.ts";
import { attempt } from "./failures.ts";
import { postCollection, toRecord } from "./post.ts";

/**
 * `swapRecord: null` says "only if nothing is there yet", so a second sending never overwrites: an equal record is
 * a no-op, another one is refused, and then what stands there is ours.
 */
export async function sendPost(session: Session, message: Message, key: string): Promise<Published> {
  const agent = await openAgent(session, "post");
  const record = { ...(await toRecord(agent, message, key)) };
  const at = { repo: session.account.externalId, collection: postCollection, rkey: key };
  try {
    const { data } = await agent.com.atproto.repo.putRecord({ ...at, record, swapRecord: null });
    return toPublished(session, data);
  } catch (error) {
    const standing =
      error instanceof XRPCError && error.error === "InvalidSwap" ? await readByKey(agent, at) : undefined;
    if (standing) return toPublished(session, standing);
    return attempt({ surface: "post", acts: true }, () => Promise.reject(error));
  }
}

export async function findPost(session: Session, mark: Mark, key: string): Promise<Published | undefined> {
  const agent = await openAgent(session, "find");
  const at = { repo: session.account.externalId, collection: postCollection, rkey: key };
  const found = (await readByKey(agent, at)) ?? (await readByMark(agent, at.repo, mark));
  return found && toPublished(session, found);
}

interface Standing {
  readonly uri: string;
  readonly cid?: string | undefined;
}

/** The account's own server is asked, not the index: it knows at once. */
async function readByKey(
  agent: Agent,
  at: { repo: string; collection: string; rkey: string },
): Promise<Standing | undefined> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord(at);
    return data;
  } catch (error) {
    if (error instanceof XRPCError && error.error === "RecordNotFound") return undefined;
    return attempt({ surface: "find" }, () => Promise.reject(error));
  }
}

const pageSize = 100;
const maxPages = 10;

/** Newest first, back to the time before which nothing can be ours. */
async function readByMark(agent: Agent, repo: string, mark: Mark): Promise<Standing | undefined> {
  let cursor: string | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const query = {
      repo,
      collection: postCollection,
      limit: pageSize,
      ...(cursor !== undefined && { cursor }),
    };
    const { data } = await attempt({ surface: "find" }, () => agent.com.atproto.repo.listRecords(query));
    const posts = data.records.map(({ uri, cid, value }) => ({
      uri,
      cid,
      post: StoredPost.safeParse(value).data,
    }));
    const recent = posts.filter(({ post }) => post && Date.parse(post.createdAt) >= mark.since.getTime());
    const found = recent.find(({ post }) => post && carries(post, mark));
    if (found) return found;
    ({ cursor } = data);
    if (cursor === undefined || recent.length === 0) return undefined;
  }
  throw new NetworkFailure("unsure", `More than ${pageSize * maxPages} newer posts`, {
    rule: "bluesky.find.too-many",
    hint: "Look on the account whether the post is there, then mark it as published or send it again",
  });
}

const StoredPost = z.object({
  text: z.string(),
  createdAt: z.string(),
  facets: z.array(z.object({ features: z.array(z.object({ uri: z.string().optional() })) })).default([]),
  embed: z.object({ external: z.object({ uri: z.string() }).optional() }).optional(),
});

function carries(post: z.infer<typeof StoredPost>, { trackedUrl, text }: Mark): boolean {
  if (!trackedUrl) return post.text.trim() === text.trim();
  const linked = post.facets.flatMap(({ features }) => features.map(({ uri }) => uri));
  return (
    linked.includes(trackedUrl) || post.embed?.external?.uri === trackedUrl || post.text.includes(trackedUrl)
  );
}

/** A post that is gone already is as good as deleted: the network answers the same. */
export async function withdrawPost(session: Session, { id }: Published): Promise<void> {
  const agent = await openAgent(session, "withdraw");
  const rkey = id.split("/").at(-1) ?? "";
  const at = { repo: session.account.externalId, collection: postCollection, rkey };
  await attempt({ surface: "withdraw" }, () => agent.com.atproto.repo.deleteRecord(at));
}

function toPublished(session: Session, { uri, cid }: Standing): Published {
  return { id: uri, url: postUrl(session.account.handle, uri), extra: { cid: cid ?? "" } };
}

/** Where people see it. */
export const postUrl = (handle: string, uri: string): string =>
  `https://bsky.app/profile/${handle.replace(/^@/, "")}/post/${uri.split("/").at(-1)}`;
