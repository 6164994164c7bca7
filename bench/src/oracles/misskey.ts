/** Misskey's own reader, `@misskey-dev/summaly`, asked over HTTP: it has no way in for a document alone. */
import { once } from "node:events";
import { Agent as HttpAgent, createServer } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { summaly } from "@misskey-dev/summaly";
import type { OracleCard } from "./oracle.ts";

/** Serves pages by number on 127.0.0.1 and asks for them; nothing else is let out of the machine. */
export async function openMisskey(bodies: readonly Buffer[]) {
  const server = createServer((request, response) => {
    const body = bodies[Number(request.url?.slice(1))];
    if (!body || request.method !== "GET") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port was given");
  const origin = `http://127.0.0.1:${address.port}`;
  const agent = { http: new HomeAgent(), https: new ClosedAgent() };
  return {
    urlOf: (index: number): string => `${origin}/${index}`,
    async ask(index: number): Promise<OracleCard | undefined> {
      const found = await summaly(`${origin}/${index}`, { agent, plugins: [], followRedirects: false });
      return {
        title: found.title ?? undefined,
        description: found.description ?? undefined,
        siteName: found.sitename ?? undefined,
        image: found.thumbnail ?? undefined,
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

class HomeAgent extends HttpAgent {
  override createConnection(...[options, callback]: Parameters<HttpAgent["createConnection"]>) {
    if (options.host !== "127.0.0.1") throw new Error(`${String(options.host)} is outside`);
    return super.createConnection(options, callback);
  }
}

class ClosedAgent extends HttpsAgent {
  override createConnection(): never {
    throw new Error("Nothing goes outside");
  }
}
