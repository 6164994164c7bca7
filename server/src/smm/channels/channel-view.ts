import type { Network, Session } from "#src/networks/network.ts";
import type { Channel } from "./schema.ts";
import { accountOf, networkOf, type StoredChannel } from "./stored-channel.ts";
import { toolsFor } from "./outside.ts";

type Tools = Parameters<typeof toolsFor>[1];

/** A row as callers see it. */
export function channelOf(row: StoredChannel, tools: Tools): Channel {
  const network = networkOf(row);
  const account = accountOf(row);
  return {
    id: row.id,
    networkId: row.networkId,
    handle: row.handle,
    displayName: row.displayName,
    url: row.url,
    avatarUrl: row.avatarUrl,
    server: row.server,
    followers: row.followers,
    expiresAt: row.expiresAt,
    connectedAt: row.connectedAt,
    checkedAt: row.checkedAt,
    state: stateOf(row),
    limits: (network.liveLimits?.(account) ?? network.limits).map(copy),
    protocol: protocolOf(network, row, tools),
    problem: problemIn(row),
  };
}

function stateOf({ disconnectedAt, since }: StoredChannel): Channel["state"] {
  if (disconnectedAt) return "disconnected";
  return since ? "needs-reconnect" : "connected";
}

function problemIn({ since, rule, title, words, hint }: StoredChannel): Channel["problem"] {
  return since && rule !== null && title !== null ? { since, rule, title, words, hint } : null;
}

/** Which protocol a network trusts the account's server with follows from the account alone: nothing is called. */
function protocolOf(network: Network, row: StoredChannel, tools: Tools): Channel["protocol"] {
  const described: Session = {
    account: accountOf(row),
    credentials: {},
    tools: toolsFor(row.networkId, tools),
    loadCredentials: refuse,
    saveCredentials: refuse,
    exclusively: refuse,
  };
  return network.publishing(described).kind;
}

const refuse = () => Promise.reject(new Error("A channel that is only described is not talked to"));

type LimitOut = Channel["limits"][number];
export const copy = (limit: Network["limits"][number]): LimitOut => ({
  ...limit,
  oneOf: limit.oneOf && [...limit.oneOf],
  alsoCounts: limit.alsoCounts && [...limit.alsoCounts],
});
