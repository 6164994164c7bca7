import type { IncomingMessage } from "node:http";
import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { addForwarded, endToEnd, visitorOf, type Headers } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";
import { refusalOf } from "./refuse.ts";

interface Upgrading {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What came behind the headers already. */
  readonly head: Buffer;
}

/** Joins a visitor who asks for another protocol, as WebSocket is, with the origin: from here on bytes pass both ways. */
export function tunnel(house: ProxyHouse, { request, socket, head }: Upgrading): void {
  socket.on("error", () => socket.destroy()); // a visitor who has gone is no failure
  const refusal = refusalOf(house, request);
  if (refusal) return void socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\n\r\n`);
  const { hostname, port, protocol } = house.origin;
  const to = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port || (protocol === "https:" ? 443 : 80)),
  };
  const origin = protocol === "https:" ? connectTls({ ...to, servername: to.host }) : connectTcp(to);
  origin.setTimeout(house.limits.originTimeoutMs, () => origin.destroy(new Error("The origin is silent")));
  origin.on("error", (error) => {
    house.tell("The origin failed an upgrade", error);
    socket.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n");
  });
  origin.once(protocol === "https:" ? "secureConnect" : "connect", () => {
    origin.write(requestHead(house, request));
    if (head.length > 0) origin.write(head);
    origin.once("data", () => origin.setTimeout(0)); // an open line may be silent for hours
    origin.pipe(socket).pipe(origin);
  });
  house.tunnels.add(socket);
  socket.once("close", () => {
    house.tunnels.delete(socket);
    origin.destroy();
  });
  origin.once("close", () => socket.end());
}

function requestHead(house: ProxyHouse, request: IncomingMessage): string {
  const visitor = visitorOf(request, house.options.trustForwarded === true);
  const headers: Headers = { ...endToEnd(request.headers), connection: "Upgrade" };
  addForwarded(headers, visitor);
  headers["upgrade"] = request.headers.upgrade ?? "websocket";
  headers["host"] = house.options.hostHeader === "public" ? visitor.host : house.origin.host;
  headers["via"] = [...[headers["via"] ?? []].flat(), `1.1 ${house.pseudonym}`].join(", ");
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name}: ${each}`),
  );
  return `${request.method} ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}
