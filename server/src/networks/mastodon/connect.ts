/** Two ways to connect: OAuth with PKCE through an app that we register, or an access token that the owner made. */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Account, ConnectField, ConnectMethod, Connection, Json, NetworkTools } from "../network.ts";
import { oauthReturnUrl } from "../oauth-return.ts";
import { callApi } from "./api.ts";
import { RemoteAccount, RemoteApp, RemoteToken } from "./entities.ts";
import { parseServer, readFacts } from "./instance.ts";

/** https://docs.joinmastodon.org/api/oauth-scopes/ : reading accounts and statuses, posting, pictures. */
const scopes = "read:accounts read:statuses write:statuses write:media";

const server: ConnectField = {
  key: "server",
  label: { en: "Server", ru: "Сервер" },
  hint: { en: "The server where your account lives", ru: "Сервер, на котором живёт ваш аккаунт" },
  placeholder: "mastodon.social",
};

const State = z.object({
  server: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
});

export const connect: readonly ConnectMethod[] = [
  {
    kind: "oauth",
    id: "oauth",
    fields: [server],
    start: (values, tools) => start(values["server"] ?? "", tools),
    finish,
  },
  {
    kind: "form",
    id: "token",
    fields: [
      server,
      {
        key: "accessToken",
        secret: true,
        label: { en: "Access token", ru: "Токен доступа" },
        hint: {
          en: `Preferences → Development → New application, with the scopes ${scopes}`,
          ru: `Настройки → Разработчикам → Новое приложение, с правами ${scopes}`,
        },
      },
    ],
    connect: (values, tools) =>
      connectWithToken(
        parseServer(values["server"] ?? ""),
        { accessToken: values["accessToken"]?.trim() ?? "" },
        tools,
      ),
  },
];

async function start(
  typed: string,
  tools: NetworkTools,
): Promise<{ url: string; token: string; state: Json }> {
  const origin = parseServer(typed);
  const redirectUri = oauthReturnUrl(tools.publicUrl, "mastodon");
  const app = await getApp(origin, redirectUri, tools);
  const token = randomBytes(24).toString("base64url");
  const verifier = randomBytes(48).toString("base64url");
  const url = new URL("/oauth/authorize", origin);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: scopes,
    state: token,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  return { url: url.href, token, state: { server: origin, ...app, verifier, redirectUri } };
}

type App = { readonly clientId: string; readonly clientSecret: string };

/** One app for each server and return address is enough; servers keep them. https://docs.joinmastodon.org/methods/apps/ */
async function getApp(origin: string, redirectUri: string, tools: NetworkTools): Promise<App> {
  const key = appKey(origin, redirectUri);
  const known = z
    .object({ clientId: z.string(), clientSecret: z.string() })
    .safeParse(await tools.memory?.recall(key));
  if (known.success) return known.data;
  const json = { client_name: "Samovar", redirect_uris: redirectUri, scopes, website: tools.publicUrl };
  const call = { method: "POST", path: "/api/v1/apps", json, surface: "connect", repeatable: true } as const;
  const made = await callApi({ origin, tools }, call, RemoteApp);
  const app = { clientId: made.client_id, clientSecret: made.client_secret };
  await tools.memory?.remember(key, app);
  return app;
}

const appKey = (origin: string, redirectUri: string): string => `app ${origin} ${redirectUri}`;

async function finish(
  kept: Json,
  query: Readonly<Record<string, string>>,
  tools: NetworkTools,
): Promise<Connection> {
  const { server: origin, clientId, clientSecret, verifier, redirectUri } = State.parse(kept);
  const code = query["code"];
  if (!code) {
    throw new NetworkFailure(
      "rejected",
      `${origin} gave no access: ${query["error"] ?? "no code came back"}`,
      {
        rule: "mastodon.connect.denied",
        words: query["error_description"] ?? query["error"] ?? "",
        hint: "Start again and press Authorize",
      },
    );
  }
  const json = {
    grant_type: "authorization_code",
    code,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: scopes,
  };
  try {
    const call = {
      method: "POST",
      path: "/oauth/token",
      json,
      surface: "connect",
      repeatable: true,
    } as const;
    const { access_token: accessToken } = await callApi({ origin, tools }, call, RemoteToken);
    return await connectWithToken(origin, { accessToken, clientId, clientSecret }, tools);
  } catch (error) {
    // The server has forgotten our app: register anew next time.
    if (error instanceof NetworkFailure && error.kind === "reconnect")
      await tools.memory?.forget(appKey(origin, redirectUri));
    throw error;
  }
}

type Tokens = { readonly accessToken: string } & Partial<App>;

/** Looks who the token belongs to, and what the server is. */
export async function connectWithToken(
  origin: string,
  credentials: Tokens,
  tools: NetworkTools,
): Promise<Connection> {
  const call = { path: "/api/v1/accounts/verify_credentials", surface: "connect" };
  const [who, facts] = await Promise.all([
    callApi({ origin, token: credentials.accessToken, tools }, call, RemoteAccount),
    readFacts(origin, tools),
  ]);
  const account: Account = {
    externalId: who.id,
    handle: `@${who.username}@${new URL(origin).host}`,
    displayName: who.display_name || who.username,
    url: who.url,
    server: origin,
    facts,
    ...(who.avatar && { avatarUrl: who.avatar }),
  };
  return { account, credentials };
}
