import { once } from "node:events";
import { createServer } from "node:http";
import type { TestApp } from "./create-app.ts";

/** The server on a free port, for those who come by a real socket. */
export async function serveApp({
  listener,
}: Pick<TestApp, "listener">): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
