import { type Engine, type EngineAccess, EngineFailure, engines } from "@samovar/repair";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { EngineId, type SiteEngine } from "./schema.ts";

const columns = ["siteId", "engineId", "url", "account", "facts", "connectedAt"] as const;
const Settings = z.record(z.string(), z.string());

/** A connected engine, ready to be asked. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly access: EngineAccess;
}

/** Throws `not_found`. */
export async function readEngine(db: Db, siteId: string): Promise<z.output<typeof SiteEngine>> {
  const row = await db
    .selectFrom("siteEngine")
    .select(columns)
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  if (!row) throw notConnected(siteId);
  return { ...row, engineId: EngineId.parse(row.engineId), facts: Settings.parse(row.facts) };
}

/** Throws `not_found`. */
export async function openEngine(ctx: Context, siteId: string): Promise<OpenEngine> {
  const row = await ctx.transact(({ db }) =>
    db
      .selectFrom("siteEngine")
      .select(["engineId", "url", "settings"])
      .where("siteId", "=", siteId)
      .executeTakeFirst(),
  );
  if (!row) throw notConnected(siteId);
  const settings = Settings.parse(ctx.vault.open(row.settings, purposeOf(siteId)));
  return { engine: engines[EngineId.parse(row.engineId)], access: accessOf(ctx, row.url, settings) };
}

export const accessOf = (
  { http, now }: Pick<Context, "http" | "now">,
  url: string,
  settings: Readonly<Record<string, string>>,
): EngineAccess => ({ http, now, url, settings });

/** Settings that were moved to another site's row do not open. */
export const purposeOf = (siteId: string) => `site-engine:${siteId}`;

const notConnected = (siteId: string) =>
  new Problem("not_found", say`The site ${siteId} is not connected to what it is written with`, {
    hint: say`Connect it with connectSiteEngine, or paste the tags of getPageTags by hand`,
  });

const codes = {
  credentials: "invalid",
  changed: "conflict",
  "not-it": "invalid",
  failed: "unavailable",
} as const;

/** Runs a call of the engine; its failures become problems that say what to do. */
export async function callEngine<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    throw new Problem(codes[error.kind], say`${error.message}`, { hint: hintFor(error), cause: error });
  }
}

function hintFor({ kind }: EngineFailure) {
  switch (kind) {
    case "credentials":
      return say`Check the credentials, and that they may edit the page`;
    case "changed":
      return say`Look at the page again, then push once more`;
    case "not-it":
      return say`Check the address: it is that of the site's own administration, without what comes after it`;
    case "failed":
      return say`Try again later`;
  }
}
