import { mendHead, type MendOptions } from "../tags/mend-head.ts";
import {
  createPageMending,
  isMendablePage,
  type MiddlewareOptions,
  ofTheBytes,
  type PageMending,
} from "./page-mending.ts";

/** For Hono and whatever else speaks in `Request` and `Response`. */
export type FetchMiddleware = (
  request: Request,
  next: (request: Request) => Response | Promise<Response>,
) => Promise<Response>;

/** Mends the head of every page that `next` answers; anything else is handed back as it is. */
export function mendResponses(options: MiddlewareOptions): FetchMiddleware {
  const mending = createPageMending(options);
  return async (request, next) => {
    const asked = request.headers.get("if-none-match");
    const unmarked = asked === null ? undefined : mending.etags().unmark(asked);
    const response = await next(unmarked?.hadMark ? withEtags(request, unmarked.header) : request);
    const page = { url: addressOf(request, options), method: request.method };
    if (response.status === 304 && unmarked?.hadMark) return changed(response, null, markEtag(mending));
    return mendPage(response, page, mending);
  };
}

const markEtag = (mending: PageMending) => (headers: Headers) => {
  const etag = headers.get("etag");
  if (etag !== null) headers.set("etag", mending.etags().mark(etag));
};

function mendPage(
  response: Response,
  { url, method }: { readonly url: string; readonly method: string },
  mending: PageMending,
): Response {
  const header = (name: string) => response.headers.get(name) ?? "";
  if (!/^(GET|HEAD)$/.test(method) || !isMendablePage(response.status, header)) return response;
  const body = mendedBody(response, mending.mendOptions({ url, contentType: header("content-type") }));
  if (body === "unknown coding") return response;
  return changed(response, body, (headers) => {
    for (const name of ofTheBytes) headers.delete(name);
    markEtag(mending)(headers);
  });
}

function withEtags(request: Request, etags: string | undefined): Request {
  const headers = new Headers(request.headers);
  if (etags === undefined) headers.delete("if-none-match");
  else headers.set("if-none-match", etags);
  return new Request(request, { headers });
}

function changed(
  response: Response,
  body: ReadableStream<Uint8Array> | null,
  change: (headers: Headers) => void,
): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}

/** The body with its head mended, packed as it was. */
function mendedBody(
  response: Response,
  options: MendOptions,
): ReadableStream<Uint8Array> | null | "unknown coding" {
  const coding = (response.headers.get("content-encoding") ?? "").trim().toLowerCase();
  if (coding === "" || coding === "identity") return response.body?.pipeThrough(mendHead(options)) ?? null;
  if (coding !== "gzip" && coding !== "deflate") return "unknown coding";
  return (
    response.body
      ?.pipeThrough<Uint8Array>(new DecompressionStream(coding))
      .pipeThrough(mendHead(options))
      .pipeThrough<Uint8Array>(new CompressionStream(coding)) ?? null
  );
}

function addressOf(request: Request, { publicUrl, trustForwarded }: MiddlewareOptions): string {
  const url = new URL(request.url);
  const said = (name: string) =>
    trustForwarded ? request.headers.get(name)?.split(",")[0]?.trim() : undefined;
  const origin =
    publicUrl === undefined
      ? `${said("x-forwarded-proto") ?? url.protocol.replace(":", "")}://${said("x-forwarded-host") ?? url.host}`
      : new URL(publicUrl).origin;
  return URL.parse(origin + url.pathname + url.search)?.href ?? url.href;
}
