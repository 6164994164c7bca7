import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Batch } from "../../server/src/ground/events/schema.ts";

/** Stands in for the server that the widgets talk to: serves `/w/`, and keeps what comes to `/e`. */
export interface TestHouse extends AsyncDisposable {
  readonly origin: string;
  readonly batches: readonly Batch[];
  /** Statuses to answer the next batches with, in order; afterwards 202. */
  readonly refusals: number[];
  /** All events of the kind so far, or once there are this many. As in the store, an id that came twice counts once. */
  readonly eventsOf: (kind: string, count?: number) => Promise<Batch["events"]>;
}

export async function startHouse(built: string): Promise<TestHouse> {
  const batches: Batch[] = [];
  const refusals: number[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("access-control-allow-origin", "*");
    if (request.url?.startsWith("/w/")) return serveWidget(join(built, request.url.slice(3)), response);
    const body = Buffer.concat(await request.toArray()).toString();
    const batch = Batch.safeParse(JSON.parse(body));
    const status = refusals.shift() ?? (batch.success ? 202 : 400);
    if (status === 202 && batch.success) batches.push(batch.data);
    response.writeHead(status).end("{}");
  }
  const origin = await listen(server);
  const eventsOf = async (kind: string, count = 0): Promise<Batch["events"]> => {
    for (let attempt = 0; ; attempt++) {
      const all = batches.flatMap(({ events }) => events.filter((event) => event.kind === kind));
      const found = [...new Map(all.map((event) => [event.id, event])).values()];
      if (found.length >= count) return found;
      if (attempt > 100)
        throw new Error(`${found.length} of ${count} ${kind} events came: ${JSON.stringify(batches)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { origin, batches, refusals, eventsOf, [Symbol.asyncDispose]: () => close(server) };
}

export interface TestSite extends AsyncDisposable {
  readonly origin: string;
}

/** Serves one and the same page at every path, with a strict policy for its content. */
export async function startSite(page: string, policy = ""): Promise<TestSite> {
  const server = createServer((_request, response) => {
    if (policy) response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  });
  const origin = await listen(server);
  return { origin, [Symbol.asyncDispose]: () => close(server) };
}

async function serveWidget(path: string, response: ServerResponse): Promise<void> {
  response.setHeader("content-type", "text/javascript");
  response.end(await readFile(path));
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
