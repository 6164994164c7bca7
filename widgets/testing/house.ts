import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Batch } from "../../server/src/ground/events/schema.ts";

/** What an element asked of the house. */
export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON that came along. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  readonly language: string | undefined;
}

/** An answer: 200 with this as JSON, another status, or nothing at all, as from a house that can't be reached. */
export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | { readonly status: number }
  | "unreachable";

/** Stands in for the server that the widgets talk to: serves `/w/`, and keeps what comes to `/e`. */
export interface TestHouse extends AsyncDisposable {
  readonly origin: string;
  readonly batches: readonly Batch[];
  /** Statuses to answer the next batches with, in order; afterwards 202. */
  readonly refusals: number[];
  /** What elements are answered, by method and path. */
  readonly routes: Map<string, (asked: Asked) => Answer>;
  /** What elements have asked by that route so far. */
  readonly asked: (route: string) => readonly Asked[];
  /** All events of the kind so far, or once there are this many. As in the store, an id that came twice counts once. */
  readonly eventsOf: (kind: string, count?: number) => Promise<Batch["events"]>;
}

export async function startHouse(built: string): Promise<TestHouse> {
  const batches: Batch[] = [];
  const refusals: number[] = [];
  const routes: TestHouse["routes"] = new Map();
  const questions: Asked[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("access-control-allow-origin", "*");
    const { pathname, searchParams } = new URL(request.url ?? "/", origin);
    if (pathname.startsWith("/w/")) return serveWidget(join(built, pathname.slice(3)), response);
    if (pathname !== "/e") return answerElement(request, { pathname, searchParams }, response);
    const body = Buffer.concat(await request.toArray()).toString();
    const batch = Batch.safeParse(JSON.parse(body));
    const status = refusals.shift() ?? (batch.success ? 202 : 400);
    if (status === 202 && batch.success) batches.push(batch.data);
    response.writeHead(status).end("{}");
  }
  async function answerElement(
    request: IncomingMessage,
    { pathname, searchParams }: Pick<URL, "pathname" | "searchParams">,
    response: ServerResponse,
  ): Promise<void> {
    response.setHeader("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
    response.setHeader("access-control-allow-headers", "content-type, authorization");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const text = Buffer.concat(await request.toArray()).toString();
    const asked: Asked = {
      method: request.method ?? "",
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: text === "" ? {} : JSON.parse(text),
      token: request.headers.authorization?.replace("Bearer ", ""),
      language: request.headers["accept-language"],
    };
    questions.push(asked);
    const given = routes.get(`${asked.method} ${pathname}`)?.(asked) ?? {
      status: 404,
      json: { title: "Not here" },
    };
    if (given === "unreachable") return void response.destroy();
    response.writeHead(given.status ?? 200, { "content-type": "application/json" });
    response.end("json" in given ? JSON.stringify(given.json) : "");
  }
  const origin = await listen(server);
  const asked: TestHouse["asked"] = (route) =>
    questions.filter(({ method, path }) => `${method} ${path}` === route);
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
  return { origin, batches, refusals, routes, asked, eventsOf, [Symbol.asyncDispose]: () => close(server) };
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
