/** Who asks, and what. */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { TwinEnv } from "./faults.ts";
import type { TwinToken, TwinWorld } from "./world.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** JSON, form or query, as the server takes any of them: https://docs.joinmastodon.org/client/intro/#parameters */
export async function readFields(c: Context<TwinEnv>): Promise<Fields> {
  const type = c.req.header("content-type") ?? "";
  if (type.includes("json")) return asFields(await c.req.json().catch(() => ({})));
  if (type.includes("form")) return nest([...(await c.req.formData()).entries()]);
  return nest([...new URL(c.req.url).searchParams.entries()]);
}

export const text = (fields: Fields, key: string): string | undefined => {
  const value = fields[key];
  return typeof value === "string" ? value : undefined;
};

export const flag = (fields: Fields, key: string): boolean => fields[key] === true || fields[key] === "true";

export const list = (fields: Fields, key: string): string[] => {
  const value = fields[key];
  return Array.isArray(value) ? value.map(String) : [];
};

export const asFields = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** `a[]=1&a[]=2` and `a[b]=c` in the manner of Rack. */
function nest(entries: readonly (readonly [string, unknown])[]): Fields {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    const [, name = key, inner] = /^([^[]+)(?:\[([^\]]*)\])?/.exec(key) ?? [];
    if (inner === undefined) fields[name] = value;
    else if (inner === "") fields[name] = [...asArray(fields[name]), value];
    else if (key.endsWith("[]")) {
      const group = asFields(fields[name]);
      fields[name] = { ...group, [inner]: [...asArray(group[inner]), value] };
    } else fields[name] = { ...asFields(fields[name]), [inner]: value };
  }
  return fields;
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** https://docs.joinmastodon.org/api/oauth-tokens/ and https://docs.joinmastodon.org/api/oauth-scopes/ */
export const signedIn = (world: TwinWorld, scope: string) =>
  createMiddleware<TwinEnv>(async (c, next) => {
    const token = tokenOf(world, c);
    if (!token) return c.json({ error: "The access token is invalid" }, 401);
    if (!token.userId) return c.json({ error: "This method requires an authenticated user" }, 422);
    const [parent = ""] = scope.split(":");
    if (!token.scopes.includes(scope) && !token.scopes.includes(parent)) {
      return c.json({ error: "This action is outside the authorized scopes" }, 403);
    }
    c.set("userId", token.userId);
    c.set("appName", world.apps.get(token.appId)?.name);
    return next();
  });

/**
 * A token that is no good is refused where none was needed, too: `authorize_if_got_token!` in
 * https://github.com/mastodon/mastodon/blob/main/app/controllers/api/v1/accounts/statuses_controller.rb
 */
export const refuseDeadTokens = (world: TwinWorld) =>
  createMiddleware<TwinEnv>(async (c, next) => {
    if (c.req.header("authorization") === undefined || tokenOf(world, c)) return next();
    return c.json({ error: "The access token is invalid" }, 401);
  });

/** Public calls tell more to whom they know. */
export const viewerOf = (world: TwinWorld, c: Context<TwinEnv>): string | undefined =>
  tokenOf(world, c)?.userId;

function tokenOf(world: TwinWorld, c: Context<TwinEnv>): TwinToken | undefined {
  const [, given = ""] = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "") ?? [];
  const token = world.tokens.get(given);
  return token?.revoked ? undefined : token;
}

export const notFound = (c: Context<TwinEnv>) => c.json({ error: "Record not found" }, 404);
export const invalid = (c: Context<TwinEnv>, why: string) =>
  c.json({ error: `Validation failed: ${why}` }, 422);
