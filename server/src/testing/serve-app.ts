import { once } from "node:events";
import { serve } from "@hono/node-server";
import type { TestApp } from "./create-app.ts";

/** The server on a free port, for those who come by a real socket. */
export async function serveApp({
  app,
}: Pick<TestApp, "app">): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
