import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Transform } from "node:stream";
import { mendHeadStream } from "../tags/mend-head.ts";
import { wishFor } from "../tags/wish-for.ts";
import { decodersFor, gzipStream, takesGzip } from "./codings.ts";
import { addressAt, isHtml, toPublic, type Headers } from "./headers.ts";
import { passUntouched, type OriginAnswer, type Passing } from "./passing.ts";

/** Whether an answer is a page whose head may be mended. `no-transform` is the owner's word, and is kept. */
export function isMendable({ method }: IncomingMessage, { status, headers }: OriginAnswer): boolean {
  if (status !== 200 || !isHtml(headers) || (method !== "GET" && method !== "HEAD")) return false;
  if (/\bno-transform\b/i.test(String(headers["cache-control"] ?? ""))) return false;
  return !/^\s*attachment/i.test(String(headers["content-disposition"] ?? ""));
}

/** Passes a page on with its head mended; what follows the head goes on as it comes. */
export async function answerMended(passing: Passing, answer: OriginAnswer): Promise<void> {
  const { request, response } = passing;
  const decoders = decodersFor(String(answer.headers["content-encoding"] ?? ""));
  if (!decoders) return passUntouched(passing, answer);
  const zips = takesGzip(request.headers["accept-encoding"]);
  response.writeHead(200, answer.statusText, mendedHeaders(passing, answer.headers, zips));
  if (request.method === "HEAD") {
    answer.body.resume();
    return void response.end();
  }
  const streams: Transform[] = [
    ...decoders,
    mender(passing, answer.headers),
    ...(zips ? [gzipStream()] : []),
  ];
  await pipeline([answer.body, ...streams, response]);
}

/** What was true of the origin's bytes and is not of ours is taken out. */
function mendedHeaders({ house }: Passing, of: Headers, zips: boolean): Headers {
  const { etag, "content-encoding": _coding, ...kept } = of;
  for (const name of [
    "content-length",
    "accept-ranges",
    "content-md5",
    "digest",
    "content-digest",
    "repr-digest",
  ])
    delete kept[name];
  return {
    ...kept,
    ...(typeof etag === "string" && { etag: house.etags().mark(etag) }),
    ...(zips && { "content-encoding": "gzip" }),
    vary: varied(kept["vary"]),
  };
}

function varied(vary: string | string[] | undefined): string {
  const names = [vary ?? []].flat().join(", ");
  return /accept-encoding|\*/i.test(names) ? names : [names, "Accept-Encoding"].filter(Boolean).join(", ");
}

function mender({ house, request, sides }: Passing, headers: Headers): Transform {
  return mendHeadStream({
    url: addressAt(sides, request.url ?? "/"),
    contentType: String(headers["content-type"] ?? ""),
    maxHeadBytes: house.limits.headBytes,
    wish: (head) =>
      wishFor(head, {
        profile: house.profile.current(),
        cardImage: house.cards?.imageFor,
        publicAddress: (address) => toPublic(address, sides),
      }),
    onError: (error) => house.tell("A page could not be mended, and passed as it was", error),
  });
}
