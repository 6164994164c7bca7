/** The OAuth client of https://atproto.com/specs/oauth: PAR, PKCE and DPoP are the library's, the stores are ours. */
import {
  buildAtprotoLoopbackClientMetadata,
  JoseKey,
  NodeOAuthClient,
  type NodeOAuthClientOptions,
  type NodeSavedSession,
  type NodeSavedState,
  type OAuthClientMetadataInput,
  type RuntimeLock,
} from "@atproto/oauth-client-node";
import { z } from "zod";
import type { Json, NetworkTools } from "../network.ts";
import { oauthReturnUrl } from "../oauth-return.ts";
import { fetchThrough } from "./fetch-through.ts";
import { askServer } from "./identity.ts";

/** Posting, and reading through the server: https://atproto.com/specs/oauth#authorization-scopes */
const scope = "atproto transition:generic";
const keyName = "oauth client key";

export interface OAuthStores {
  readonly stateStore?: NodeOAuthClientOptions["stateStore"];
  readonly sessionStore?: NodeOAuthClientOptions["sessionStore"];
  readonly requestLock?: RuntimeLock;
  /** The server that the owner gave: its accounts are resolved there, and nowhere else. */
  readonly pds?: string | undefined;
}

export async function openOAuthClient(tools: NetworkTools, stores: OAuthStores): Promise<NodeOAuthClient> {
  const key = isLoopback(tools.publicUrl) ? undefined : await clientKey(tools);
  const { pds } = stores;
  return new NodeOAuthClient({
    clientMetadata: await clientMetadata(tools),
    ...(key && { keyset: [await JoseKey.fromImportable(JSON.stringify(key.privateJwk))] }),
    stateStore: stores.stateStore ?? nowhere(),
    sessionStore: stores.sessionStore ?? nowhere(),
    requestLock: stores.requestLock ?? ((_name, work) => work()),
    fetch: fetchThrough(tools),
    allowHttp: pds?.startsWith("http:") ?? false,
    ...(pds && { identityResolver: resolverAt(pds, tools) }),
  });
}

/** What is served as `client-metadata.json`; a server on this very machine needs none. */
export async function clientMetadata(
  tools: Pick<NetworkTools, "publicUrl" | "memory">,
): Promise<OAuthClientMetadataInput> {
  const { publicUrl } = tools;
  const redirectUri = oauthReturnUrl(publicUrl, "bluesky");
  if (isLoopback(publicUrl))
    return buildAtprotoLoopbackClientMetadata({ scope, redirect_uris: [redirectUri] });
  const key = await clientKey(tools);
  return OAuthClientMetadata.parse({
    client_id: new URL("/networks/bluesky/client-metadata.json", publicUrl).href,
    client_name: "Samovar",
    client_uri: new URL("/", publicUrl).href,
    redirect_uris: [redirectUri],
    scope,
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    application_type: "web",
    dpop_bound_access_tokens: true,
    ...(key
      ? {
          token_endpoint_auth_method: "private_key_jwt",
          token_endpoint_auth_signing_alg: "ES256",
          jwks: { keys: [key.publicJwk] },
        }
      : { token_endpoint_auth_method: "none" }),
  });
}

/** A client with a key keeps its sessions for months; one without must ask again after two weeks. */
async function clientKey({
  memory,
}: Pick<NetworkTools, "memory">): Promise<z.infer<typeof ClientKey> | undefined> {
  if (!memory) return undefined;
  const known = ClientKey.safeParse(await memory.recall(keyName));
  if (known.success) return known.data;
  const key = await JoseKey.generate(["ES256"], crypto.randomUUID());
  const made = ClientKey.parse(
    JSON.parse(JSON.stringify({ privateJwk: key.privateJwk, publicJwk: key.publicJwk })),
  );
  await memory.remember(keyName, made);
  return made;
}

const Jwk = z.record(z.string(), z.json());
const ClientKey = z.object({ privateJwk: Jwk, publicJwk: Jwk });

/** The library checks the document itself, more strictly than we could. */
const OAuthClientMetadata = z.custom<OAuthClientMetadataInput>(
  (value) => typeof value === "object" && value !== null,
);

/** https://atproto.com/specs/oauth#localhost-client-development */
const isLoopback = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
};

function resolverAt(
  pds: string,
  tools: NetworkTools,
): NonNullable<NodeOAuthClientOptions["identityResolver"]> {
  return {
    resolve: async (identifier) => {
      const { did, handle, didDoc } = await askServer(pds, identifier, tools);
      return ResolvedIdentity.parse({ did, handle, didDoc });
    },
  };
}

type Resolver = NonNullable<NodeOAuthClientOptions["identityResolver"]>;
const ResolvedIdentity = z.custom<Awaited<ReturnType<Resolver["resolve"]>>>((value) => value !== undefined);

const nowhere = <V>() => ({
  get: (): Promise<V | undefined> => Promise.resolve(undefined),
  set: (): Promise<void> => Promise.resolve(),
  del: (): Promise<void> => Promise.resolve(),
});

/** The library's state and session as JSON and back; what they hold is the library's affair. */
export const toJson = (value: NodeSavedState | NodeSavedSession): Json =>
  z.json().parse(JSON.parse(JSON.stringify(value)));
export const SavedState = z.custom<NodeSavedState>((value) => hasKeys(value, ["dpopJwk", "iss"]));
export const SavedSession = z.custom<NodeSavedSession>((value) => hasKeys(value, ["dpopJwk", "tokenSet"]));

const hasKeys = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === "object" && value !== null && keys.every((key) => key in value);
