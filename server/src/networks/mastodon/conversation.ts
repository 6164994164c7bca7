/** Reads back what others did with our statuses. */
import { NetworkFailure } from "../failure.ts";
import type { Metrics, Published, Reply, Session, ShownCard } from "../network.ts";
import { callApi, serverOf } from "./api.ts";
import { RemoteAccount, RemoteContext, RemoteStatus } from "./entities.ts";
import { htmlToText } from "./html-text.ts";

/** https://docs.joinmastodon.org/methods/statuses/#context */
export async function readReplies(session: Session, published: Published): Promise<readonly Reply[]> {
  const path = `/api/v1/statuses/${encodeURIComponent(published.id)}/context`;
  const { descendants } = await callApi(serverOf(session), { path, surface: "replies" }, RemoteContext);
  return descendants.map((status) => toReply(status, published.id));
}

function toReply(status: RemoteStatus, rootId: string): Reply {
  const { account } = status;
  return {
    id: status.id,
    url: status.url ?? status.uri,
    parentId: status.in_reply_to_id ?? rootId,
    author: {
      id: account.id,
      name: account.display_name || account.username,
      handle: `@${account.acct}`,
      url: account.url,
      ...(account.avatar && { avatarUrl: account.avatar }),
    },
    text: htmlToText(status.content),
    at: new Date(status.created_at),
    extra: { acct: account.acct, visibility: status.visibility },
  };
}

const atOnce = 4;

/** One call a status: the plural form is missing on older servers and on the network's kin. */
export async function readMetrics(
  session: Session,
  published: readonly Published[],
): Promise<ReadonlyMap<string, Metrics>> {
  const found = new Map<string, Metrics>();
  for (let start = 0; start < published.length; start += atOnce) {
    const some = published.slice(start, start + atOnce);
    const read = await Promise.all(some.map(({ id }) => readStatus(session, id, "metrics")));
    for (const status of read) if (status) found.set(status.id, toMetrics(status));
  }
  return found;
}

/** A status that its server no longer has is left out. */
async function readStatus(session: Session, id: string, surface: string): Promise<RemoteStatus | undefined> {
  const call = { path: `/api/v1/statuses/${encodeURIComponent(id)}`, surface };
  try {
    return await callApi(serverOf(session), call, RemoteStatus);
  } catch (error) {
    if (error instanceof NetworkFailure && error.kind === "rejected") return undefined;
    throw error;
  }
}

const toMetrics = (status: RemoteStatus): Metrics => ({
  ...(status.favourites_count !== undefined && { likes: status.favourites_count }),
  ...(status.reblogs_count !== undefined && { reposts: status.reblogs_count }),
  ...(status.replies_count !== undefined && { replies: status.replies_count }),
  ...(status.quotes_count !== undefined && { quotes: status.quotes_count }),
});

/**
 * A server fetches the page some time after the status, so there is no card at first; it never comes to a status with
 * media. https://docs.joinmastodon.org/entities/Status/#card
 */
export async function readCard(session: Session, published: Published): Promise<ShownCard | undefined> {
  const status = await readStatus(session, published.id, "card");
  if (!status?.card) return undefined;
  const { url, title, description, image, provider_name: provider } = status.card;
  return { url, title, description, imageUrl: image || null, siteName: provider || null };
}

export async function readAudience(session: Session): Promise<{ readonly followers: number }> {
  const call = { path: "/api/v1/accounts/verify_credentials", surface: "audience" };
  const account = await callApi(serverOf(session), call, RemoteAccount);
  return { followers: account.followers_count };
}
