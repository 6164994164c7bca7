import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A page by its text, an answer by its parts, or all by hand. */
export type Served =
  | string
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void | Promise<void>);

/** A site on 127.0.0.1 for one test: what is not named is a 404. Every request is kept, to be looked at. */
export async function servePages(pages: Readonly<Record<string, Served>>) {
  const requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    const served = pages[path] ?? pages[path.split("?")[0] ?? ""];
    if (typeof served === "function") return void served(request, response);
    if (served === undefined)
      return void response.writeHead(404, { "content-type": "text/html" }).end("Not found");
    const { status = 200, headers = {}, body = "" } = typeof served === "string" ? { body: served } : served;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port was given");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
