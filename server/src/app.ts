import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { addressHeader, callerOf, type Identity } from "#src/ground/accounts/index.ts";
import type { Surface } from "#src/platform/operation/context.ts";
import type { Feature } from "#src/platform/operation/feature.ts";
import type { House } from "#src/platform/operation/house.ts";
import { createAddressOf } from "./surfaces/address.ts";
import { apiDocs } from "./surfaces/api-docs.ts";
import { healthSurface } from "./surfaces/health.ts";
import { httpSurface } from "./surfaces/http.ts";
import { mcpSurface } from "./surfaces/mcp.ts";
import { limitBody, maxJsonBytes, maxMcpBytes } from "./surfaces/limit-body.ts";
import { openApi } from "./surfaces/openapi.ts";
import { problemResponse } from "./surfaces/problem-response.ts";
import { apiRate, rateLimit } from "./surfaces/rate-limit.ts";
import { refuseUnkept } from "./surfaces/refuse-unkept.ts";

interface AppParts {
  readonly house: House;
  readonly identity: Identity;
  readonly features: readonly Feature[];
  readonly trustedProxies: readonly string[];
  /** Origins beside our own whose pages may act for a signed-in person (the app's development server). */
  readonly trustedOrigins: readonly string[];
  /** What is no operation: redirects, events in, uploads, OAuth returns, pages, scripts. */
  readonly routes: readonly ((app: Hono) => void)[];
}

/** Every way in over HTTP, from parts that are built already. */
export function createHttpApp(parts: AppParts): Hono {
  const { house, identity } = parts;
  const app = new Hono();
  const addressOf = createAddressOf(parts.trustedProxies);
  const door = { ...parts, database: house.database, publicUrl: house.publicUrl, now: house.now };
  const caller = (surface: Surface) => (request: Request, address: string | undefined) =>
    callerOf(door, { request, address, surface });
  const operations = parts.features.flatMap((feature) => feature.operations);

  const limited = rateLimit({ ...apiRate, addressOf, now: house.now });

  app.onError((error, c) => problemResponse(c, error, house.log));
  for (const route of parts.routes) route(app);
  app.use("/api/*", secureHeaders({ crossOriginResourcePolicy: "same-site" }), limited);
  app.on(["GET", "POST"], "/api/auth/*", limitBody(maxJsonBytes), refuseUnkept, (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(addressHeader, addressOf(c) ?? "");
    return identity.handler(new Request(c.req.raw, { headers }));
  });
  app.get("/api/openapi.json", (c) => c.json(openApi(operations, house.publicUrl)));
  app.route("/api/docs", apiDocs());
  const mcp = mcpSurface({ house, operations });
  app.all("/mcp", limited, limitBody(maxMcpBytes), async (c) =>
    mcp.fetch(c.req.raw, await caller("mcp")(c.req.raw, addressOf(c))),
  );
  app.route("/api", httpSurface({ house, operations, callerOf: caller("http"), addressOf }));
  app.route("/", healthSurface(house));
  return app;
}
