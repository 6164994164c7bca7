import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Name } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { readSite } from "./get-site.ts";
import { Site, SiteOrigin } from "./schema.ts";

export const createSite = operation({
  id: "createSite",
  summary: "Register a web site of yours",
  http: "POST /sites",
  access: "sites.manage",
  input: z.object({ name: Name, origin: SiteOrigin.describe("Its address, as in https://example.com") }),
  output: Site,
  async run(ctx, { name, origin }) {
    const id = uuidv7();
    const added = await ctx.db
      .insertInto("site")
      .values({ id, name, origin, siteKey: mintKey(9), proofToken: mintKey(18), createdAt: ctx.now() })
      .onConflict((taken) => taken.columns(["workspaceId", "origin"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added)
      throw new Problem("conflict", say`${origin} is registered here already`, { hint: say`See listSites` });
    return readSite(ctx, id);
  },
});

export const changeSite = operation({
  id: "changeSite",
  summary: "Rename a site",
  http: "PATCH /sites/:id",
  access: "sites.manage",
  input: z.object({ id: z.uuid(), name: Name }),
  output: Site,
  async run(ctx, { id, name }) {
    await ctx.db.updateTable("site").set({ name }).where("id", "=", id).execute();
    return readSite(ctx, id);
  },
});

export const deleteSite = operation({
  id: "deleteSite",
  summary: "Take a site out of the workspace; its pages are forgotten, its events are kept",
  http: "DELETE /sites/:id",
  access: "sites.manage",
  input: z.object({ id: z.uuid() }),
  output: Site,
  async run(ctx, { id }) {
    const site = await readSite(ctx, id);
    await ctx.db.deleteFrom("site").where("id", "=", id).execute();
    return site;
  },
});

const mintKey = (bytes: number) => randomBytes(bytes).toString("base64url");
