/** Connects an account by app password or by OAuth, and keeps it fresh. */
import { XRPCError, type Agent } from "@atproto/api";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Account, Connection, FieldValues, Json, NetworkTools, Session } from "../network.ts";
import { OAuthCredentials, openAgent, PasswordCredentials, renewPassword } from "./agent.ts";
import { attempt } from "./failures.ts";
import { agentAt, askServer, parseHandle, parsePds, pdsOf, type Identity } from "./identity.ts";
import { openOAuthClient, SavedState, toJson } from "./oauth-client.ts";

export async function connectWithPassword(values: FieldValues, tools: NetworkTools): Promise<Connection> {
  const { did, pds } = await resolve(values, tools);
  const entry = { identifier: did, password: values["appPassword"]?.trim() ?? "" };
  const agent = agentAt(pds, tools);
  const { data } = await attempt({ surface: "connect" }, () => agent.com.atproto.server.createSession(entry));
  const credentials: PasswordCredentials = {
    kind: "password",
    did,
    pds,
    appPassword: entry.password,
    accessJwt: data.accessJwt,
    refreshJwt: data.refreshJwt,
  };
  return { account: await readAccount(agent, { did, handle: data.handle, pds }), credentials };
}

async function resolve(values: FieldValues, tools: NetworkTools): Promise<Identity> {
  const handle = parseHandle(values["handle"] ?? "");
  const given = parsePds(values["pds"]);
  if (given) return askServer(given, handle, tools);
  const client = await openOAuthClient(tools, {});
  const found = await attempt({ surface: "connect" }, () =>
    findByHandle(() => client.identityResolver.resolve(handle), handle),
  );
  const pds = pdsOf(found.didDoc);
  if (pds) return { did: found.did, handle: found.handle, pds, didDoc: found.didDoc };
  throw new NetworkFailure("rejected", `${handle} names no server`, { rule: "bluesky.connect.server" });
}

async function findByHandle<T>(look: () => Promise<T>, handle: string): Promise<T> {
  try {
    return await look();
  } catch (cause) {
    throw new NetworkFailure("rejected", `The handle "${handle}" leads to no account`, {
      rule: "bluesky.connect.handle",
      hint: "Check the spelling; in a network of one's own, give the server too",
      cause,
    });
  }
}

const Kept = z.object({ saved: SavedState, pds: z.string().optional() });

export async function start(
  values: FieldValues,
  tools: NetworkTools,
): Promise<{ url: string; token: string; state: Json }> {
  const handle = parseHandle(values["handle"] ?? "");
  const pds = parsePds(values["pds"]);
  let kept: { readonly token: string; readonly state: Json } | undefined;
  const client = await openOAuthClient(tools, {
    pds,
    stateStore: {
      get: () => Promise.resolve(undefined),
      set: async (token, saved) => {
        kept = { token, state: { saved: toJson(saved), ...(pds && { pds }) } };
      },
      del: () => Promise.resolve(),
    },
  });
  const url = await attempt({ surface: "connect" }, () => client.authorize(handle));
  if (!kept) throw new Error("The OAuth library kept no state");
  return { url: url.href, ...kept };
}

export async function finish(state: Json, query: FieldValues, tools: NetworkTools): Promise<Connection> {
  const { saved, pds } = Kept.parse(state);
  let session: Json | undefined;
  const client = await openOAuthClient(tools, {
    pds,
    stateStore: {
      get: () => Promise.resolve(saved),
      set: () => Promise.resolve(),
      del: () => Promise.resolve(),
    },
    sessionStore: {
      get: () => Promise.resolve(OAuthCredentials.shape.session.safeParse(session).data),
      set: async (_did, made) => {
        session = toJson(made);
      },
      del: () => Promise.resolve(),
    },
  });
  const { session: opened } = await attempt({ surface: "connect" }, () =>
    client.callback(new URLSearchParams(query)),
  );
  const { aud } = await attempt({ surface: "connect" }, () => opened.getTokenInfo());
  const home = new URL(aud).origin;
  const agent = agentAt(home, tools);
  const { data } = await attempt({ surface: "connect" }, () =>
    agent.com.atproto.repo.describeRepo({ repo: opened.did }),
  );
  const credentials = {
    kind: "oauth",
    did: opened.did,
    session: session ?? null,
    ...(pds && { givenPds: pds }),
  };
  const account = await readAccount(agent, { did: opened.did, handle: data.handle, pds: home });
  return { account, credentials };
}

/** Name and picture stand in the account's own repository, so that no other server is asked. */
async function readAccount(
  agent: Agent,
  { did, handle, pds }: Pick<Identity, "did" | "handle" | "pds">,
): Promise<Account> {
  const profile = await attempt({ surface: "connect" }, () => readProfile(agent, did));
  const cid = profile?.avatar && String(profile.avatar.ref);
  const avatar = new URLSearchParams({ did, cid: cid ?? "" });
  return {
    externalId: did,
    handle: `@${handle}`,
    displayName: profile?.displayName || handle,
    url: `https://bsky.app/profile/${handle}`,
    server: pds,
    facts: {},
    ...(cid && { avatarUrl: `${pds}/xrpc/com.atproto.sync.getBlob?${avatar.toString()}` }),
  };
}

/** An account that has never told its name has no profile. */
async function readProfile(agent: Agent, did: string): Promise<z.infer<typeof Profile> | undefined> {
  const at = { repo: did, collection: "app.bsky.actor.profile", rkey: "self" };
  try {
    const { data } = await agent.com.atproto.repo.getRecord(at);
    return Profile.safeParse(data.value).data;
  } catch (error) {
    if (error instanceof XRPCError && error.error === "RecordNotFound") return undefined;
    throw error;
  }
}

const Profile = z.object({
  displayName: z.string().optional(),
  avatar: z.object({ ref: z.unknown() }).optional(),
});

/** Renews the tokens before they run out, and learns name and picture again. */
export async function refresh(session: Session): Promise<Connection> {
  const agent = await openAgent(session, "refresh");
  const password = PasswordCredentials.safeParse(session.credentials);
  if (password.success) await renewPassword(session, password.data);
  const { did } = password.success ? password.data : OAuthCredentials.parse(session.credentials);
  const { data } = await attempt({ surface: "refresh" }, () =>
    agent.com.atproto.repo.describeRepo({ repo: did }),
  );
  const home = pdsOf(data.didDoc) ?? session.account.server;
  const account = await readAccount(agent, { did, handle: data.handle, pds: home });
  return { account, credentials: await session.loadCredentials() };
}
