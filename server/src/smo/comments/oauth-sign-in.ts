import { createHash } from "node:crypto";
import { createLocalJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { HttpFailure, type Http } from "@samovar/http-client";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { hashSecret, mintSecret } from "./author-token.ts";
import type { NewAuthor } from "./comment-authors.ts";
import { readCommentSettings } from "./comment-settings.ts";
import { pathOfPage } from "./page-path.ts";
import { beginSignIn, findSignIn, finishSignIn } from "./sign-in.ts";
import { OAuthQuery, OAuthReturn } from "./talk-schema.ts";
import { queryOf, type TalkContext, type TalkParts } from "./visitor.ts";

export const oidcPurpose = (siteId: string) => `comments:oidc:${siteId}`;
const signInPurpose = "comments:sign-in";

/** Of a provider's own description, what a sign-in needs (OpenID Connect Discovery 1.0 §3). */
const Provider = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url({ protocol: /^https?$/ }),
  token_endpoint: z.url({ protocol: /^https?$/ }),
  jwks_uri: z.url({ protocol: /^https?$/ }),
});

const Claims = z.object({
  sub: z.string().min(1).max(200),
  nonce: z.string(),
  name: z.string().max(200).optional(),
  preferred_username: z.string().max(200).optional(),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().default(false).catch(false),
  picture: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .optional()
    .catch(undefined),
  profile: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .optional()
    .catch(undefined),
});

const Secrets = z.object({ verifier: z.string(), nonce: z.string() });

const returnUrlOf = (publicUrl: string, site: VisitedSite) => `${publicUrl}/talk/${site.key}/oauth-return`;

/** Leads to the provider that the owner has named, with PKCE (RFC 7636), state and nonce. */
export async function startOAuth(parts: TalkParts, c: TalkContext): Promise<Response> {
  const { house } = parts;
  const site = c.get("site");
  const { returnUrl } = queryOf(c, OAuthQuery);
  pathOfPage(returnUrl, site.origins);
  const client = await readClient(parts, site);
  const provider = await readProvider(house.http, client.issuer);
  const [state, verifier, nonce] = [mintSecret(""), mintSecret(""), mintSecret("")];
  await house.database.transact(site.workspaceId, (db) =>
    beginSignIn(db, {
      siteId: site.id,
      kind: "oauth",
      secretHash: hashSecret(state),
      returnUrl,
      secrets: house.vault.seal({ verifier, nonce }, signInPurpose),
      createdAt: house.now(),
    }),
  );
  const to = new URL(provider.authorization_endpoint);
  const asked = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: returnUrlOf(house.publicUrl, site),
    scope: "openid profile email",
    state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
  return c.redirect(to.href, 303);
}

/** The provider leads back: its code becomes an author, and the page gets a code of ours. */
export async function finishOAuth(parts: TalkParts, c: TalkContext): Promise<Response> {
  const { house } = parts;
  const site = c.get("site");
  const { code, state, error } = queryOf(c, OAuthReturn);
  const transact = <Result>(work: Parameters<typeof house.database.transact<Result>>[1]) =>
    house.database.transact(site.workspaceId, work);
  const begun = await transact((db) => findSignIn(db, { siteId: site.id, secret: state, now: house.now() }));
  if (error !== undefined || code === undefined) return c.redirect(begun.returnUrl, 303); // he has changed his mind
  const { verifier, nonce } = Secrets.parse(house.vault.open(begun.secrets ?? "", signInPurpose));
  const client = await readClient(parts, site);
  const author = await readAccount(house, { site, client, code, verifier, nonce });
  const back = await transact(async (db) => {
    const { id, returnUrl } = await findSignIn(db, { siteId: site.id, secret: state, now: house.now() });
    return finishSignIn(db, { id, returnUrl, author, now: house.now() });
  });
  c.header("Referrer-Policy", "no-referrer");
  return c.redirect(back, 303);
}

interface Client {
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
}

async function readClient({ house }: TalkParts, site: VisitedSite): Promise<Client> {
  const settings = await house.database.transact(site.workspaceId, (db) => readCommentSettings(db, site.id));
  const { oidcIssuer: issuer, oidcClientId: id, oidcClientSecret: sealed } = settings;
  if (issuer === null || id === null || sealed === null) {
    throw new Problem("not_found", say`This site has no provider to sign in with`, {
      hint: say`Sign in by e-mail, or write as a guest`,
    });
  }
  return { issuer, id, secret: z.string().parse(house.vault.open(sealed, oidcPurpose(site.id))) };
}

/** Throws `unavailable` where the provider says nothing, or something else than OpenID Connect lets it. */
export async function readProvider(http: Http, issuer: string): Promise<z.output<typeof Provider>> {
  const said = await askProvider(http, `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const provider = Provider.safeParse(said);
  if (provider.success && provider.data.issuer.replace(/\/$/, "") === issuer.replace(/\/$/, ""))
    return provider.data;
  throw unavailable(issuer);
}

interface Exchange {
  readonly site: VisitedSite;
  readonly client: Client;
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
}

async function readAccount(
  { http, publicUrl, now }: Pick<TalkParts["house"], "http" | "publicUrl" | "now">,
  { site, client, code, verifier, nonce }: Exchange,
): Promise<NewAuthor> {
  const provider = await readProvider(http, client.issuer);
  const credentials = [client.id, client.secret].map((part) => encodeURIComponent(part)).join(":");
  const answer = await askProvider(http, provider.token_endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
    },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: returnUrlOf(publicUrl, site),
      code_verifier: verifier,
    }).toString(),
  });
  const { id_token: idToken } = parseOr(
    client.issuer,
    z.object({ id_token: z.string().max(20_000) }),
    answer,
  );
  const keys = parseOr(client.issuer, Keys, await askProvider(http, provider.jwks_uri));
  const claims = await verifyIdToken(idToken, { keys, issuer: provider.issuer, client, now: now() });
  if (claims.nonce !== nonce) throw forged(client.issuer);
  const {
    sub,
    name,
    preferred_username: login,
    email,
    email_verified: isEmailVerified,
    picture,
    profile,
  } = claims;
  return {
    siteId: site.id,
    kind: "oauth",
    subject: `${client.issuer}#${sub}`,
    name: name ?? login ?? email?.split("@")[0] ?? "—",
    email,
    isEmailVerified,
    avatarUrl: picture,
    url: profile,
  };
}

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

async function verifyIdToken(
  token: string,
  {
    keys,
    issuer,
    client,
    now,
  }: {
    readonly keys: z.output<typeof Keys>;
    readonly issuer: string;
    readonly client: Client;
    readonly now: Date;
  },
) {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer,
      audience: client.id,
      algorithms: ["RS256", "ES256", "PS256", "EdDSA"],
      currentDate: now,
      clockTolerance: 60,
      requiredClaims: ["sub", "exp", "nonce"],
    });
    return parseOr(client.issuer, Claims, payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw forged(client.issuer);
    throw error;
  }
}

async function askProvider(http: Http, url: string, init: Parameters<Http>[1] = {}): Promise<unknown> {
  try {
    const answer = await http(url, { ...init, timeoutMs: 8000, maxBytes: 200_000, redirect: "error" });
    if (!answer.ok) throw unavailable(new URL(url).host);
    return await answer.json();
  } catch (error) {
    if (error instanceof HttpFailure || error instanceof SyntaxError) throw unavailable(new URL(url).host);
    throw error;
  }
}

function parseOr<Output>(issuer: string, schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unavailable(issuer);
}

const unavailable = (provider: string) =>
  new Problem("unavailable", say`${provider} does not answer as a provider of OpenID Connect does`, {
    hint: say`Try again later, or sign in another way`,
  });

const forged = (provider: string) =>
  new Problem("unauthenticated", say`What came back from ${provider} is not signed as it should be`, {
    hint: say`Sign in again`,
  });
