import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Headers, Sides } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";

/** A request on its way to the origin. */
export interface Passing {
  readonly house: ProxyHouse;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly sides: Sides;
  /** That the origin was asked about our own version of a page. */
  readonly hadMark: boolean;
}

export interface OriginAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Readable;
  readonly trailers: Readonly<Record<string, string>>;
}

/** Everything that is no page, byte for byte. */
export async function passUntouched({ response }: Passing, answer: OriginAnswer): Promise<void> {
  response.writeHead(answer.status, answer.statusText, answer.headers);
  if (answer.headers["trailer"] === undefined) return pipeline(answer.body, response);
  await pipeline(answer.body, response, { end: false });
  response.addTrailers(answer.trailers);
  response.end();
}

/** Lets go of a body that nobody will read: that its request is broken off is no failure then. */
export function drop(body: Readable): void {
  body.on("error", () => undefined);
  body.destroy();
}
