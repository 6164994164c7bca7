/**
 * The event store's own process: chDB behind ClickHouse's HTTP. It takes its orders over IPC and lives no longer than
 * that channel, so it never outlives its parent, however that one ends.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { openEngine } from "./engine.ts";
import { EngineOrders, type EngineReport } from "./engine-protocol.ts";
import { answerOver } from "./http-dialect.ts";

process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

const [first] = await once(process, "message");
try {
  await serve(EngineOrders.parse(first));
} catch (error) {
  report({ failure: error instanceof Error ? error.message : String(error) });
}

async function serve(orders: EngineOrders): Promise<void> {
  const engine = openEngine(orders);
  const plain = { format: "TabSeparated", database: "default", settings: new Map(), params: new Map() };
  await engine.run({ ...plain, sql: `create database if not exists \`${orders.database}\`` });
  const answer = answerOver(engine, orders);
  const server = createServer((request, response) => void answer(request, response));
  // Longer than the client keeps an idle connection, so that it never sends into one we are closing.
  server.keepAliveTimeout = 30_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(orders.port, "127.0.0.1", resolve),
  );
  const address = server.address();
  if (address !== null && typeof address === "object") report({ port: address.port });
  await once(process, "message");
  server.close();
  server.closeIdleConnections();
  await engine.close();
  process.disconnect();
}

function report(message: EngineReport): void {
  process.send?.(message);
}
