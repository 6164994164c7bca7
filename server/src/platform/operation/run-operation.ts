import { hash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Actor, Caller, Context, Inside } from "./context.ts";
import { recall, release, remember, type Replay } from "./idempotency.ts";
import { type AnyOperation, isWrite } from "./operation.ts";
import type { House } from "./house.ts";
import { parseAsked } from "./parse-asked.ts";
import { writeHistory } from "./history.ts";

export interface Request {
  readonly caller: Caller;
  /** As it came in, not parsed yet. */
  readonly input: unknown;
  /** The `Idempotency-Key` of a write, if the caller gave one. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Asks an operation: access, input, transaction, idempotency, history and output, in this order and nowhere else.
 * Throws `Problem`.
 */
export async function runOperation(house: House, asked: AnyOperation, request: Request): Promise<unknown> {
  const caller = inScope(asked, request.caller);
  checkAccess(asked, caller);
  const input = parseAsked(
    asked.input,
    request.input ?? {},
    say`See ${asked.id} in /api/docs for what it takes`,
  );
  const key = isWrite(asked) ? checkKey(request.idempotencyKey) : undefined;
  const fingerprint = key === undefined ? "" : house.vault.fingerprint(await spellOut(input), asked.id);
  const parsed: Parsed = { caller, input, replay: { caller, key, fingerprint }, home: homeOf(caller) };
  return asked.transaction === "own" ? runOutside(house, asked, parsed) : runInside(house, asked, parsed);
}

interface Parsed {
  readonly caller: Caller;
  readonly input: unknown;
  readonly replay: Replay;
  /** In whose history the change is told; an operation outside any workspace says it while it runs. */
  readonly home: { workspaceId: string | undefined; actor: Actor };
}

const homeOf = ({ workspace, actor }: Caller): Parsed["home"] => ({ workspaceId: workspace?.id, actor });

function runInside(house: House, asked: AnyOperation, request: Parsed): Promise<unknown> {
  return house.database.transact(scopeOf(request.caller), async (db) => {
    const known = await recall({ db, vault: house.vault }, request.replay, house.now());
    if (known) return known.answer;
    const inside = house.inside(db);
    const context = contextOf(house, request, { ...inside, transact: (work) => work(inside) });
    const answer = await answerOf(house, asked, { context, input: request.input });
    await record(db, house, { asked, request, answer });
    return answer;
  });
}

async function runOutside(house: House, asked: AnyOperation, request: Parsed): Promise<unknown> {
  const { vault, database } = house;
  const scope = scopeOf(request.caller);
  const known = await database.transact(scope, (db) => recall({ db, vault }, request.replay, house.now()));
  if (known) return known.answer;
  const transact: Context["transact"] = (work) => database.transact(scope, (db) => work(house.inside(db)));
  const context = contextOf(house, request, { ...nothingInside(asked), transact });
  try {
    const answer = await answerOf(house, asked, { context, input: request.input });
    await database.transact(scope, (db) => record(db, house, { asked, request, answer }));
    return answer;
  } catch (error) {
    // A refusal changed nothing, so the key is free again; after anything else the caller must look first.
    if (error instanceof Problem) await database.transact(scope, (db) => release(db, request.replay));
    throw error;
  }
}

async function answerOf(
  house: House,
  asked: AnyOperation,
  call: { readonly context: Context; readonly input: unknown },
): Promise<unknown> {
  const answer = await asked.run(call.context, call.input as never); // parsed by this operation's own input
  return z.encode(asked.output, answer); // into JSON's own types; fields that the schema does not name are dropped
}

async function record(
  db: Db,
  house: House,
  done: { readonly asked: AnyOperation; readonly request: Parsed; readonly answer: unknown },
): Promise<void> {
  const { asked, request, answer } = done;
  if (!isWrite(asked)) return;
  const { workspaceId, actor } = request.home;
  if (workspaceId === undefined)
    throw new Error(`${asked.id} must say by ctx.recordIn whose history tells of it`);
  const { surface, address } = request.caller;
  const where = { workspaceId, actor, surface, address };
  await writeHistory(db, { id: uuidv7(), at: house.now(), ...where, asked, input: request.input, answer });
  await remember({ db, vault: house.vault }, request.replay, answer);
}

function checkAccess(asked: AnyOperation, caller: Caller): void {
  if (asked.access === "public") return;
  if (caller.actor.kind === "anonymous") {
    throw new Problem("unauthenticated", say`You are not signed in`, {
      hint: say`Sign in, or send an API key as \`Authorization: Bearer smv_…\``,
    });
  }
  if (asked.access === "signed-in") {
    if (caller.actor.kind === "person") return;
    throw new Problem("forbidden", say`Only a person can do this, not an API key`, {
      hint: say`Sign in to the app`,
    });
  }
  if (!caller.workspace) {
    throw new Problem("not_found", say`There is no such workspace among yours`, {
      hint: say`Name one of \`GET /api/me\` in the header Samovar-Workspace`,
    });
  }
  if (!caller.permissions.has(asked.access)) {
    throw new Problem(
      "forbidden",
      say`This needs the permission ${asked.access}, which you don't have here`,
      {
        hint: say`Ask an owner of the workspace for a role or a key that has it`,
      },
    );
  }
}

function checkKey(key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem(
    "invalid",
    say`The Idempotency-Key "${key.slice(0, 40)}" is not 1 to 255 visible ASCII characters`,
    {
      hint: say`Use a UUID`,
    },
  );
}

/** Two files that differ are two requests. */
/** The input as text that differs where the input does, files included. */
async function spellOut(input: unknown): Promise<string> {
  const files = Object.values(Object(input)).filter((value) => value instanceof Blob);
  const digests = await Promise.all(
    files.map(async (file) => hash("sha256", new Uint8Array(await file.arrayBuffer()))),
  );
  return JSON.stringify([input, digests]);
}

/** What needs no permission in a workspace is asked outside of any, and checks every row by itself. */
function inScope(asked: AnyOperation, caller: Caller): Caller {
  const isOutside = asked.access === "public" || asked.access === "signed-in";
  return isOutside ? { ...caller, workspace: undefined } : caller;
}

const scopeOf = (caller: Caller) => caller.workspace?.id ?? wholeHouse;

type Parts = Inside & Pick<Context, "transact">;

function contextOf(house: House, { caller, home }: Parsed, parts: Parts): Context {
  const { now, http, openVisitors, events, vault, files, publicUrl, log } = house;
  const { workspace, actor, permissions } = caller;
  return Object.freeze({
    ...parts,
    actor,
    permissions,
    recordIn: (workspaceId: string, become: Actor) =>
      void Object.assign(home, { workspaceId, actor: become }),
    get workspace() {
      if (!workspace) throw new Error("This operation runs in no workspace");
      return workspace;
    },
    now,
    http,
    openVisitors,
    events,
    vault,
    files,
    publicUrl,
    log,
  });
}

function nothingInside(asked: AnyOperation): Inside {
  const refuse = () => {
    throw new Error(`${asked.id} opens its own transactions: use ctx.transact`);
  };
  return { db: new Proxy({}, { get: refuse }) as Db, enqueue: refuse, announce: refuse }; // a db that can't be used
}
