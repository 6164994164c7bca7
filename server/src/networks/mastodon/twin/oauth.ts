/** https://docs.joinmastodon.org/methods/apps/ and https://docs.joinmastodon.org/methods/oauth/ */
import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { escapeHtml } from "./content.ts";
import type { TwinEnv } from "./faults.ts";
import { htmlPage } from "./pages.ts";
import { invalid, list, readFields, text, type Fields } from "./request.ts";
import { secret, type TwinApp, type TwinWorld } from "./world.ts";

interface Grant {
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
  readonly until: number;
}

const grantLifeMs = 600_000;
const sessionCookie = "twin_session";

export function oauthRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  const grants = new Map<string, Grant>();
  const sessions = new Map<string, string>();
  routes.post("/api/v1/apps", (c) => registerApp(world, c));
  routes.get("/oauth/authorize", (c) => showAuthorize(world, sessions, c));
  routes.post("/auth/sign_in", (c) => signIn(world, sessions, c));
  routes.post("/oauth/authorize", async (c) => {
    const userId = sessions.get(getCookie(c, sessionCookie) ?? "");
    const fields = await readFields(c);
    const app = world.apps.get(text(fields, "client_id") ?? "");
    const redirect = checkRedirect(app, fields);
    if (!userId || !app || !redirect)
      return c.html(htmlPage("Error", "<p>The request is not valid.</p>"), 400);
    return c.redirect(decide({ grants, world, fields, userId, app, redirect }));
  });
  routes.post("/oauth/token", (c) => issueToken(world, grants, c));
  routes.post("/oauth/revoke", async (c) => {
    const token = world.tokens.get(text(await readFields(c), "token") ?? "");
    if (!token) return c.json({ error: "unauthorized_client" }, 403);
    token.revoked = true;
    return c.json({});
  });
  // https://docs.joinmastodon.org/methods/oauth/#authorization-server-metadata
  routes.get("/.well-known/oauth-authorization-server", (c) =>
    c.json({
      issuer: `${world.origin()}/`,
      authorization_endpoint: `${world.origin()}/oauth/authorize`,
      token_endpoint: `${world.origin()}/oauth/token`,
      revocation_endpoint: `${world.origin()}/oauth/revoke`,
      app_registration_endpoint: `${world.origin()}/api/v1/apps`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
    }),
  );
  return routes;
}

/** https://docs.joinmastodon.org/methods/apps/#create */
async function registerApp(world: TwinWorld, c: Context<TwinEnv>): Promise<Response> {
  const fields = await readFields(c);
  const name = text(fields, "client_name");
  const redirectUris = [
    ...list(fields, "redirect_uris"),
    ...(text(fields, "redirect_uris")?.split(/\s+/) ?? []),
  ];
  if (!name) return invalid(c, "Name can't be blank");
  if (redirectUris.length === 0) return invalid(c, "Redirect URI can't be blank");
  if (!redirectUris.every((uri) => URL.canParse(uri)))
    return invalid(c, "Redirect URI must be an absolute URI.");
  const app: TwinApp = {
    id: world.nextId(),
    name,
    website: text(fields, "website"),
    clientId: secret(),
    clientSecret: secret(),
    redirectUris,
    scopes: (text(fields, "scopes") ?? "read").split(" "),
  };
  world.apps.set(app.clientId, app);
  return c.json({
    id: app.id,
    name,
    website: app.website ?? null,
    scopes: app.scopes,
    redirect_uri: redirectUris.join("\n"),
    redirect_uris: redirectUris,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    client_secret_expires_at: 0,
  });
}

/** https://docs.joinmastodon.org/methods/oauth/#authorize */
function showAuthorize(
  world: TwinWorld,
  sessions: Map<string, string>,
  c: Context<TwinEnv>,
): Response | Promise<Response> {
  const query = c.req.query();
  const app = world.apps.get(query["client_id"] ?? "");
  const redirect = checkRedirect(app, query);
  if (!app || !redirect || query["response_type"] !== "code") {
    return c.html(
      htmlPage("Error", "<p>The client, its return address or the response type is not valid.</p>"),
      400,
    );
  }
  const userId = sessions.get(getCookie(c, sessionCookie) ?? "");
  const user = userId === undefined ? undefined : world.users.get(userId);
  const hidden = Object.entries(query).map(
    ([key, value]) => `<input type="hidden" name="${escapeHtml(key)}" value="${escapeHtml(value)}">`,
  );
  if (!user) {
    const form = `<form method="post" action="/auth/sign_in"><input type="hidden" name="next" value="${escapeHtml(c.req.url)}">
<label>User name <input name="username" value="demo" required></label>
<label>Password <input name="password" type="password" value="demo" required></label><button type="submit">Log in</button></form>`;
    return c.html(htmlPage("Log in", form));
  }
  const form = `<p>Signed in as <b>@${escapeHtml(user.username)}</b>.</p><p><b>${escapeHtml(app.name)}</b> would like permission to access your account: ${escapeHtml(query["scope"] ?? "read")}</p>
<form method="post" action="/oauth/authorize">${hidden.join("")}
<button name="decision" value="approve">Authorize</button> <button name="decision" value="deny">Deny</button></form>`;
  return c.html(htmlPage("Authorization required", form));
}

async function signIn(
  world: TwinWorld,
  sessions: Map<string, string>,
  c: Context<TwinEnv>,
): Promise<Response> {
  const fields = await readFields(c);
  const user = world.findUser(text(fields, "username") ?? "");
  if (!user || user.password !== text(fields, "password")) {
    return c.html(htmlPage("Log in", "<p>Invalid user name or password.</p>"), 401);
  }
  const session = secret();
  sessions.set(session, user.id);
  setCookie(c, sessionCookie, session, { httpOnly: true, path: "/" });
  const next = new URL(text(fields, "next") ?? "/", world.origin());
  return c.redirect(`${world.origin()}${next.pathname}${next.search}`);
}

const checkRedirect = (app: TwinApp | undefined, fields: Fields): string | undefined => {
  const uri = text(fields, "redirect_uri") ?? "";
  return app?.redirectUris.includes(uri) ? uri : undefined;
};

interface Decision {
  readonly grants: Map<string, Grant>;
  readonly world: TwinWorld;
  readonly fields: Fields;
  readonly userId: string;
  readonly app: TwinApp;
  readonly redirect: string;
}

function decide({ grants, world, fields, userId, app, redirect }: Decision): string {
  const target = new URL(redirect);
  const state = text(fields, "state");
  if (state) target.searchParams.set("state", state);
  const scopes = (text(fields, "scope") ?? "read").split(" ");
  if (text(fields, "decision") !== "approve") target.searchParams.set("error", "access_denied");
  else if (!scopes.every((scope) => app.scopes.includes(scope)))
    target.searchParams.set("error", "invalid_scope");
  else {
    const code = secret();
    const until = world.now().getTime() + grantLifeMs;
    const challenge = text(fields, "code_challenge");
    grants.set(code, { clientId: app.clientId, userId, redirectUri: redirect, scopes, challenge, until });
    target.searchParams.set("code", code);
  }
  return target.href;
}

/** https://docs.joinmastodon.org/methods/oauth/#token */
async function issueToken(
  world: TwinWorld,
  grants: Map<string, Grant>,
  c: Context<TwinEnv>,
): Promise<Response> {
  const fields = await readFields(c);
  const app = world.apps.get(text(fields, "client_id") ?? "");
  if (!app || app.clientSecret !== text(fields, "client_secret")) {
    return c.json({ error: "invalid_client", error_description: "Client authentication failed" }, 401);
  }
  const code = text(fields, "code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  if (!grant || grant.until < world.now().getTime() || !fits(grant, fields)) {
    return c.json(
      { error: "invalid_grant", error_description: "The provided authorization grant is invalid" },
      400,
    );
  }
  const token = world.addToken(app.clientId, { userId: grant.userId, scopes: grant.scopes });
  const createdAt = Math.floor(token.createdAt.getTime() / 1000);
  return c.json({
    access_token: token.token,
    token_type: "Bearer",
    scope: grant.scopes.join(" "),
    created_at: createdAt,
  });
}

const fits = (grant: Grant, fields: Fields): boolean =>
  grant.clientId === text(fields, "client_id") &&
  grant.redirectUri === text(fields, "redirect_uri") &&
  provesChallenge(grant, fields);

/** PKCE, S256 only: https://docs.joinmastodon.org/spec/oauth/#pkce */
function provesChallenge(grant: Grant, fields: Fields): boolean {
  if (grant.challenge === undefined) return true;
  const verifier = text(fields, "code_verifier") ?? "";
  return createHash("sha256").update(verifier).digest("base64url") === grant.challenge;
}
