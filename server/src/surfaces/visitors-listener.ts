import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Answer, Asked, Door } from "#src/ground/events/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { PublicDoors } from "./public-doors.ts";
import { problemAnswer } from "./problem-response.ts";

interface ListenerParts {
  readonly doors: PublicDoors;
  /** Takes every other request. */
  readonly next: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly log: Logger;
}

/**
 * Node's own listener for events in and short links, which visitors ask a hundred times as often as all the rest: a
 * framework between would cost as much again as the whole work (bench `ingest`, `redirect`).
 */
export function visitorsListener({ doors, next, log }: ListenerParts): RequestListener {
  return (request, response) => {
    const found = findDoor(doors, request);
    if (!found) return next(request, response);
    const asked = askedOf(request, { doors, slug: found.slug });
    found.door.open(asked).then(
      (answer) => write(response, answer, asked.method),
      (error: unknown) => {
        const refused = {
          path: request.url ?? "",
          method: asked.method,
          language: asked.header("accept-language"),
        };
        const answer = problemAnswer(refused, error, log);
        const headers = { ...found.door.refusalHeaders?.(asked), ...answer.headers };
        // What is left of a body that was refused half-way is not waited for.
        if (!request.complete) response.shouldKeepAlive = false;
        write(response, { ...answer, headers }, asked.method);
      },
    );
  };
}

interface FoundDoor {
  readonly door: Door;
  readonly slug: string;
}

const slugPath = /^\/l\/([A-Za-z0-9-]+)(?:\?|$)/;

function findDoor(doors: PublicDoors, { method, url = "" }: IncomingMessage): FoundDoor | undefined {
  if (url === "/e" || url.startsWith("/e?"))
    return method === "POST" || method === "OPTIONS" ? { door: doors.ingest, slug: "" } : undefined;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const slug = slugPath.exec(url)?.[1];
  return slug === undefined ? undefined : { door: doors.redirect, slug };
}

function askedOf(
  request: IncomingMessage,
  { doors, slug }: { readonly doors: PublicDoors; readonly slug: string },
): Asked {
  const { headers, method = "GET" } = request;
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const remote = request.socket.remoteAddress;
  return {
    method,
    header,
    slug,
    address: remote && doors.clientAddress(remote, header("x-forwarded-for")),
    isFromProxy: () => remote !== undefined && doors.clientAddress.isTrusted(remote),
    readText: (maxBytes) => readText(request, maxBytes),
  };
}

function readText(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        request.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString()));
    request.on("error", (cause) =>
      reject(new Problem("invalid", say`The request ended before its body did`, { cause })),
    );
  });
}

function write(response: ServerResponse, { status, headers, body }: Answer, method: string): void {
  const length = status === 204 || method === "HEAD" ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
