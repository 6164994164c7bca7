/** What others did with our posts. Asked through the account's own server, which passes it on to the index (AppView). */
import { AppBskyEmbedExternal, AppBskyFeedDefs, XRPCError } from "@atproto/api";
import { z } from "zod";
import type { Metrics, Published, Reply, Session, ShownCard } from "../network.ts";
import { openAgent } from "./agent.ts";
import { attempt } from "./failures.ts";
import { postUrl } from "./publish.ts";

/** https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread ; a post not yet indexed has no replies. */
export async function readReplies(session: Session, published: Published): Promise<readonly Reply[]> {
  const agent = await openAgent(session, "replies");
  try {
    const query = { uri: published.id, depth: 100, parentHeight: 0 };
    const { data } = await agent.app.bsky.feed.getPostThread(query);
    return AppBskyFeedDefs.isThreadViewPost(data.thread)
      ? below(ThreadPart.parse(data.thread), published.id)
      : [];
  } catch (error) {
    if (error instanceof XRPCError && error.error === "NotFound") return [];
    return attempt({ surface: "replies" }, () => Promise.reject(error));
  }
}

function below(part: ThreadPart, parentId: string): Reply[] {
  return part.replies.flatMap((raw) => {
    const each = ThreadPart.safeParse(raw);
    // Deleted, blocked and hidden posts come without a post.
    return each.success ? [toReply(each.data, parentId)].concat(below(each.data, each.data.post.uri)) : [];
  });
}

function toReply({ post }: ThreadPart, parentId: string): Reply {
  const { author } = post;
  return {
    id: post.uri,
    url: postUrl(author.handle, post.uri),
    parentId,
    author: {
      id: author.did,
      name: author.displayName || author.handle,
      handle: `@${author.handle}`,
      url: `https://bsky.app/profile/${author.handle}`,
      ...(author.avatar && { avatarUrl: author.avatar }),
    },
    text: post.record.text,
    at: new Date(post.record.createdAt),
    extra: { cid: post.cid },
  };
}

const ThreadPart = z.object({
  post: z.object({
    uri: z.string(),
    cid: z.string(),
    author: z.object({
      did: z.string(),
      handle: z.string(),
      displayName: z.string().optional(),
      avatar: z.string().optional(),
    }),
    record: z.object({ text: z.string(), createdAt: z.string() }),
  }),
  replies: z.array(z.unknown()).default([]),
});
type ThreadPart = z.infer<typeof ThreadPart>;

/** https://docs.bsky.app/docs/api/app-bsky-feed-get-posts : "Maximum 25" */
const postsAtOnce = 25;

export async function readMetrics(
  session: Session,
  published: readonly Published[],
): Promise<ReadonlyMap<string, Metrics>> {
  const agent = await openAgent(session, "metrics");
  const found = new Map<string, Metrics>();
  for (let start = 0; start < published.length; start += postsAtOnce) {
    const uris = published.slice(start, start + postsAtOnce).map(({ id }) => id);
    const { data } = await attempt({ surface: "metrics" }, () => agent.app.bsky.feed.getPosts({ uris }));
    for (const post of data.posts) {
      const {
        likeCount: likes = 0,
        repostCount: reposts = 0,
        replyCount: replies = 0,
        quoteCount: quotes = 0,
      } = post;
      found.set(post.uri, { likes, reposts, replies, quotes });
    }
  }
  return found;
}

/** What the post's record carries, as the index shows it; nothing while it is not indexed, or has pictures instead. */
export async function readCard(session: Session, published: Published): Promise<ShownCard | undefined> {
  const agent = await openAgent(session, "card");
  const query = { uris: [published.id] };
  const { data } = await attempt({ surface: "card" }, () => agent.app.bsky.feed.getPosts(query));
  const embed = data.posts[0]?.embed;
  if (!AppBskyEmbedExternal.isView(embed)) return undefined;
  const { uri, title, description, thumb } = embed.external;
  return { url: uri, title, description, imageUrl: thumb ?? null, siteName: null };
}

export async function readAudience(session: Session): Promise<{ readonly followers: number }> {
  const agent = await openAgent(session, "audience");
  const actor = session.account.externalId;
  const { data } = await attempt({ surface: "audience" }, () => agent.app.bsky.actor.getProfile({ actor }));
  return { followers: data.followersCount ?? 0 };
}
