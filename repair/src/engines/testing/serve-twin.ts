import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";

export interface TwinRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface TwinAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** An engine's API on 127.0.0.1. What it does not know fails the call loudly; faults can be put before any answer. */
export async function serveTwin(answer: (request: TwinRequest, origin: string) => TwinAnswer) {
  const faults: TwinAnswer[] = [];
  let origin = "";
  const server = createServer((request, response) => void respond(request, response)).listen(0, "127.0.0.1");
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = {
      method: request.method ?? "GET",
      url: new URL(request.url ?? "/", origin),
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    const { status, body } = faults.shift() ?? answer(asked, origin);
    const isText = typeof body === "string";
    response.writeHead(status, { "content-type": isText ? "text/html" : "application/json" });
    response.end(isText ? body : JSON.stringify(body));
  };
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port was given");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    /** The next answer is this one. */
    fail: (status: number, body: unknown = {}) => faults.push({ status, body }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
