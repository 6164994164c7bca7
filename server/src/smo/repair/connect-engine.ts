import { engines } from "@samovar/repair";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { EngineId, EngineKind, PageAddress, SiteEngine } from "./schema.ts";
import { accessOf, callEngine, purposeOf, readEngine } from "./stored-engine.ts";

export const listEngines = operation({
  id: "listEngines",
  summary: "List what a site can be written with for tags to be pushed into it, and what each asks for",
  http: "GET /engines",
  access: "read",
  input: z.object({}),
  output: z.object({ items: z.array(EngineKind) }),
  run: async () => ({
    items: Object.values(engines).map(({ id, name, fields, cannot }) => ({
      id,
      name,
      fields: [...fields],
      cannot: [...cannot],
    })),
  }),
});

export const connectSiteEngine = operation({
  id: "connectSiteEngine",
  summary: "Connect a site to what it is written with, so that tags can be pushed into its pages",
  http: "PUT /sites/:siteId/engine",
  access: "sites.manage",
  transaction: "own",
  input: z.object({
    siteId: z.uuid(),
    engineId: EngineId,
    url: PageAddress.describe("Where the engine is administered, as in https://example.org"),
    settings: z
      .record(z.string().max(40), z.string().max(2000, "is longer than 2,000 characters"))
      .describe("What listEngines asks for, by its keys")
      .meta({ secret: true }),
  }),
  output: SiteEngine,
  async run(ctx, { siteId, engineId, url: said, settings }) {
    await ctx.transact(({ db }) => checkSite(db, siteId));
    const engine = engines[engineId];
    const missing = engine.fields.find(({ key }) => !settings[key]?.trim());
    if (missing)
      throw new Problem("invalid", say`settings.${missing.key}: ${missing.label} is empty`, {
        hint: say`${missing.hint}`,
      });
    const kept = Object.fromEntries(engine.fields.map(({ key }) => [key, settings[key] ?? ""]));
    const url = said.replace(/[?#].*$/, "").replace(/\/+$/, "");
    const { name, facts } = await callEngine(() => engine.connect(accessOf(ctx, url, kept)));
    const values = {
      engineId,
      url,
      account: name.slice(0, 300),
      facts: JSON.stringify(facts),
      settings: ctx.vault.seal(kept, purposeOf(siteId)),
      connectedAt: ctx.now(),
    };
    return ctx.transact(async ({ db }) => {
      await checkSite(db, siteId); // it may have been deleted while we asked
      await db
        .insertInto("siteEngine")
        .values({ siteId, ...values })
        .onConflict((known) => known.column("siteId").doUpdateSet(values))
        .execute();
      return readEngine(db, siteId);
    });
  },
});

export const getSiteEngine = operation({
  id: "getSiteEngine",
  summary: "Show what a site is connected to",
  http: "GET /sites/:siteId/engine",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: SiteEngine,
  run: (ctx, { siteId }) => readEngine(ctx.db, siteId),
});

export const disconnectSiteEngine = operation({
  id: "disconnectSiteEngine",
  summary: "Forget the credentials of what a site is written with; what was pushed stays",
  http: "DELETE /sites/:siteId/engine",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: SiteEngine,
  async run(ctx, { siteId }) {
    const engine = await readEngine(ctx.db, siteId);
    await ctx.db.deleteFrom("siteEngine").where("siteId", "=", siteId).execute();
    return engine;
  },
});
