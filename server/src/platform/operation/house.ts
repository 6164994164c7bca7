import type { Logger } from "pino";
import type { Database, Db } from "#src/platform/database/database.ts";
import type { Context, Inside } from "./context.ts";

/** What the composition root has built: the context's parts before anybody asks. */
export interface House extends Pick<
  Context,
  "now" | "http" | "openVisitors" | "events" | "vault" | "files" | "publicUrl"
> {
  readonly database: Database;
  readonly log: Logger;
  /** What lives as long as this transaction. */
  readonly inside: (db: Db) => Inside;
}
