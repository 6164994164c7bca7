import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";

type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => unknown);

/** A web site of the owner's on a free port; what it answers can be changed while it runs. */
export async function serveSite(pages: Record<string, Answer> = {}) {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    if (typeof page === "function") return void page(request, response);
    response.statusCode = page === undefined ? 404 : 200;
    response.end(page ?? "There is no such page");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
