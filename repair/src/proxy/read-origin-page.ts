import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { decodersFor } from "./codings.ts";
import { endToEnd, isHtml, type Headers, visitorOf } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";
import { drop } from "./passing.ts";

/** What the origin answers to us when we ask for a page ourselves: without cookies, for nobody in particular. */
export interface OriginPage {
  readonly status: number;
  readonly headers: Headers;
  /** The beginning of the page, decompressed; undefined where it is none. */
  readonly html: Uint8Array | undefined;
  readonly isTruncated: boolean;
}

/** A head and the first paragraphs are what is needed. */
const maxBytes = 512 * 1024;

/** Reads a page of the origin by its path. */
export async function readOriginPage(
  house: ProxyHouse,
  request: IncomingMessage,
  path: string,
): Promise<OriginPage> {
  const visitor = visitorOf(request, house.options.trustForwarded === true);
  const answer = await house.pool.request({
    path,
    method: "GET",
    headers: {
      host: house.options.hostHeader === "public" ? visitor.host : house.origin.host,
      "user-agent": request.headers["user-agent"] ?? "Samovar",
      accept: "text/html,*/*;q=0.5",
      "accept-encoding": "gzip",
      "accept-language": request.headers["accept-language"] ?? "*",
      "x-forwarded-proto": visitor.protocol,
      "x-forwarded-host": visitor.host,
      via: `1.1 ${house.pseudonym}`,
    },
  });
  const headers = endToEnd(answer.headers);
  if (answer.statusCode !== 200 || !isHtml(headers)) {
    drop(answer.body);
    return { status: answer.statusCode, headers, html: undefined, isTruncated: false };
  }
  return { status: 200, headers, ...(await beginningOf(answer.body, headers)) };
}

async function beginningOf(
  body: Readable,
  headers: Headers,
): Promise<Pick<OriginPage, "html" | "isTruncated">> {
  const decoders = decodersFor(String(headers["content-encoding"] ?? ""));
  if (!decoders) {
    drop(body);
    return { html: undefined, isTruncated: false };
  }
  const text = decoders.reduce<Readable>((stream, decoder) => {
    stream.on("error", (error) => decoder.destroy(error));
    return stream.pipe(decoder);
  }, body);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of text) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBytes) break;
    }
  } finally {
    drop(body);
  }
  return { html: Buffer.concat(chunks), isTruncated: bytes >= maxBytes };
}
