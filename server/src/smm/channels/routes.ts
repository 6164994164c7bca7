import type { Hono, Context as HonoContext } from "hono";
import { v7 as uuidv7 } from "uuid";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { findNetwork } from "#src/networks/index.ts";
import { z } from "zod";
import { keepConnection } from "./keep-connection.ts";
import { problemOf } from "./network-problem.ts";
import { toolsFor, toolsOfHouse, type Outside } from "./outside.ts";
import { getMethod, hashState, statePurpose } from "./start-connection.ts";

/** Where networks send the browser back after OAuth, and the documents that they fetch from us. */
export function channelRoutes(house: House): (app: Hono) => void {
  return (app) => {
    app.get("/networks/:id/return", (c) => returnFrom(house, c));
    app.get("/networks/:id/:document", async (c) => {
      const { id, document } = c.req.param();
      const transact = inHouse(house);
      const documents = await findNetwork(id)?.documents?.(toolsOfHouse(id, { ...house, transact }));
      const found = documents && Object.hasOwn(documents, document) ? documents[document] : undefined;
      if (found === undefined)
        throw new Problem("not_found", say`There is no document "${document}" of "${id}"`);
      return c.json(found, 200, {
        "Cache-Control": "public, max-age=300",
        "Access-Control-Allow-Origin": "*",
      });
    });
  };
}

const inHouse =
  (house: House) =>
  <T>(workspaceId: string, work: (inside: ReturnType<House["inside"]>) => Promise<T>) =>
    house.database.transact(workspaceId, (db) => work(house.inside(db)));

async function returnFrom(house: House, c: HonoContext): Promise<Response> {
  const page = new URL("/admin/channels", house.publicUrl);
  try {
    const channelId = await finish(house, c.req.param("id") ?? "", c.req.query());
    page.searchParams.set("connected", channelId);
  } catch (error) {
    page.searchParams.set("failed", explain(error, house));
  }
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer"); // the address holds the network's code
  return c.redirect(page.href, 303);
}

function explain(error: unknown, { log }: House): string {
  try {
    const { message, hint } = problemOf(error);
    return hint ? `${message} ${hint}` : message;
  } catch (bug) {
    log.error({ err: bug }, "An OAuth return failed on a bug");
    return "Samovar failed here; the log says why";
  }
}

const Who = z.object({ kind: z.string(), id: z.string().optional(), name: z.string().optional() });

async function finish(house: House, networkId: string, query: Record<string, string>): Promise<string> {
  const pending = await takePending(house, networkId, query["state"] ?? "");
  const method = getMethod(networkId, pending.methodId);
  if (method.kind !== "oauth") throw new Error(`${pending.methodId} is not OAuth`);
  const outside = outsideIn(house, pending.workspaceId);
  const state = z.json().parse(house.vault.open(pending.state, statePurpose(networkId)));
  const connection = await method.finish(state, query, toolsFor(networkId, outside));
  return outside.transact(async ({ db }) => {
    const id = await keepConnection(db, outside, {
      ...pending,
      connection,
      channelId: pending.channelId ?? undefined,
    });
    const actor = Who.parse(pending.actor);
    await db
      .insertInto("history")
      .values({
        id: uuidv7(),
        at: house.now(),
        actorKind: actor.kind,
        actorId: actor.id ?? null,
        actorName: actor.name ?? "",
        surface: "http",
        operation: "startConnection",
        subject: id,
        detail: JSON.stringify({ networkId, handle: connection.account.handle }),
      })
      .execute();
    return id;
  });
}

/** Found by its token alone, since the browser may come back to 127.0.0.1 without its cookies; taken once. */
async function takePending(house: House, networkId: string, token: string) {
  const pending = await house.database.transact(wholeHouse, (db) =>
    db
      .deleteFrom("channelConnection")
      .where("tokenHash", "=", hashState(token))
      .where("networkId", "=", networkId)
      .returning(["workspaceId", "networkId", "methodId", "channelId", "state", "actor", "expiresAt"])
      .executeTakeFirst(),
  );
  if (pending && pending.expiresAt > house.now()) return pending;
  throw new Problem("not_found", say`This sign-in was finished already, or took longer than 15 minutes.`, {
    hint: say`Connect the channel again.`,
  });
}

function outsideIn(house: House, workspaceId: string): Outside {
  const transact = inHouse(house);
  return { ...house, workspaceId, transact: (work) => transact(workspaceId, work) };
}
