import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerCard } from "./answer-card.ts";
import { answerRobot, isForShield } from "./answer-robot.ts";
import { forward } from "./forward.ts";
import { openProxyHouse, type ProxyHouse } from "./house.ts";
import type { MendingProxyOptions } from "./options.ts";
import { refusalOf, refuse } from "./refuse.ts";
import { tunnel } from "./tunnel.ts";

export interface MendingProxy extends AsyncDisposable {
  readonly server: Server;
  /** Begins to listen and answers the address. Port 0 takes a free one. */
  readonly listen: (port: number, hostname?: string) => Promise<string>;
  /** Takes no more connections, lets those under way finish for at most 10 s. */
  readonly close: () => Promise<void>;
}

const closeAfterMs = 10_000;

/**
 * A reverse proxy for one site that mends the head of each HTML page and passes everything else through untouched.
 * Throws when the options are wrong, with what to write.
 */
export function createMendingProxy(options: MendingProxyOptions): MendingProxy {
  const house = openProxyHouse(options);
  const { limits } = house;
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: 0, // an upload may take long; a connection that is silent is closed by the timeout below
      connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, 5_000),
      keepAliveTimeout: 65_000,
      joinDuplicateHeaders: false,
    },
    (request, response) => void answer(house, request, response),
  );
  server.timeout = limits.idleTimeoutMs;
  server.on("upgrade", (request, socket, head) => tunnel(house, { request, socket, head }));
  const close = async (): Promise<void> => {
    const closed = server.listening ? once(server, "close") : Promise.resolve();
    server.close();
    server.closeIdleConnections();
    for (const socket of house.tunnels) socket.destroy();
    const timer = setTimeout(() => server.closeAllConnections(), closeAfterMs);
    await closed;
    clearTimeout(timer);
    await house.pool.destroy();
  };
  return {
    server,
    async listen(port, hostname = "127.0.0.1") {
      server.listen(port, hostname);
      await once(server, "listening");
      const address = server.address();
      if (typeof address !== "object" || !address) throw new Error("The proxy listens on no port");
      const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
      return `http://${host}:${address.port}`;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function answer(house: ProxyHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const refusal = refusalOf(house, request);
    if (refusal) return refuse(response, refusal);
    if (house.cards?.isCard(request)) return await answerCard(house, request, response);
    if (isForShield(house, request)) return await answerRobot(house, request, response);
    await forward(house, request, response);
  } catch (error) {
    house.tell("A request failed on a fault of the proxy's own", error);
    refuse(response, { status: 500, text: "The proxy failed. Its log says why." });
  }
}
