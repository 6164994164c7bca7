import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import { createClientAddress } from "#src/ground/events/index.ts";

/** The visitor's address: the socket's, or what a trusted proxy says. */
export function createAddressOf(trustedProxies: readonly string[]) {
  const clientAddress = createClientAddress(trustedProxies);
  return (c: HonoContext): string | undefined => {
    // Requests that tests hand to the app directly have no socket.
    const socket = c.env?.incoming ? getConnInfo(c).remote.address : undefined;
    return socket && clientAddress(socket, c.req.header("X-Forwarded-For"));
  };
}
