import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProxyHouse } from "./house.ts";

export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** What a request is refused for before anything is done; undefined where it may go on. */
export function refusalOf(
  house: ProxyHouse,
  { method, url = "", headers }: IncomingMessage,
): Refusal | undefined {
  if ((headers.via ?? "").includes(house.pseudonym))
    return {
      status: 508,
      text: `The origin ${house.origin.origin} leads back to this proxy. Name the site itself.`,
    };
  if (method === "TRACE") return { status: 405, text: "TRACE is not passed on." };
  if (!url.startsWith("/"))
    return { status: 400, text: "This proxy serves one site. Ask for a path, as in GET /page." };
  const length = Number(headers["content-length"] ?? 0);
  if (length > house.limits.bodyBytes)
    return { status: 413, text: `A body may have ${house.limits.bodyBytes} bytes, this one has ${length}.` };
  return undefined;
}

/** Answers with a refusal, or breaks off what was begun: half a page must not look whole. */
export function refuse(response: ServerResponse, { status, text }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${text}\n`);
}

/** A failure of the origin as an answer. */
export function refusalFor(error: unknown, { origin, limits }: ProxyHouse): Refusal {
  const { code, message }: { code?: unknown; message?: unknown } = Object(error);
  if (code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_CONNECT_TIMEOUT")
    return { status: 504, text: `The site did not answer within ${limits.originTimeoutMs / 1000} s.` };
  if (message === tooLarge) return { status: 413, text: `A body may have ${limits.bodyBytes} bytes.` };
  return { status: 502, text: `The site at ${origin.protocol}//… can't be reached just now.` };
}

export const tooLarge = "The body is larger than allowed";
