import type { ClickHouseClient } from "@clickhouse/client";
import type { Logger } from "pino";
import type { Db } from "#src/platform/database/database.ts";
import type { FileStore } from "#src/platform/file-store/file-store.ts";
import type { SiteVisitors } from "@samovar/audit";
import type { Http } from "@samovar/http-client";
import type { Job, JobOptions } from "#src/platform/jobs/job.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import type { Permission } from "./permissions.ts";
import type { Signal } from "./signal.ts";

/** Who asks. History keeps it, so that it is always known who did what. */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly name: string; readonly email: string }
  | { readonly kind: "key"; readonly id: string; readonly name: string }
  | { readonly kind: "job"; readonly id: string; readonly name: string }
  | { readonly kind: "anonymous" };

export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** IANA name, as in `Europe/Moscow`. */
  readonly timeZone: string;
}

/** The way in that a call came through. */
export type Surface = "http" | "mcp" | "job";

/** A caller, resolved: who, where from, in which workspace, allowed what. */
export interface Caller {
  readonly actor: Actor;
  readonly surface: Surface;
  readonly address: string | undefined;
  readonly workspace: Workspace | undefined;
  readonly permissions: ReadonlySet<Permission>;
}

/** A job may be enqueued by its name alone, where whoever does its work is built elsewhere. */
export type Enqueue = <Payload>(
  job: Pick<Job<Payload>, "id" | "payload"> & Partial<Job<Payload>>,
  payload: Payload,
  options?: JobOptions,
) => Promise<void>;
export type Announce = <Payload>(signal: Signal<Payload>, payload: Payload) => Promise<void>;

/** What every operation and job may use. Adding a field needs a decision record. */
export interface Context {
  /** One transaction that sees this workspace's rows only (row-level security). */
  readonly db: Db;
  /**
   * Runs a piece of work in a transaction of its own where the operation has said `transaction: "own"` (it talks
   * to the outside between them); elsewhere in the operation's single one.
   */
  readonly transact: <T>(work: (inside: Inside) => Promise<T>) => Promise<T>;
  readonly actor: Actor;
  /** What the actor may do here: nobody hands on what he does not have. */
  readonly permissions: ReadonlySet<Permission>;
  readonly workspace: Workspace;
  /**
   * For an operation that runs in no workspace: in whose history its change is told, and who has become its actor.
   */
  readonly recordIn: (workspaceId: string, actor: Actor) => void;
  readonly now: () => Date;
  /** Durable work, enqueued in the same transaction as the change that needs it. */
  readonly enqueue: Enqueue;
  /** Tells whoever listens, in the same transaction. */
  readonly announce: Announce;
  readonly http: Http;
  /** Visits to pages as networks' robots make them. Whoever opens them closes them. */
  readonly openVisitors: () => SiteVisitors;
  readonly events: ClickHouseClient;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly publicUrl: string;
  readonly log: Logger;
}

/** What lives as long as a transaction does. */
export type Inside = Pick<Context, "db" | "enqueue" | "announce">;
