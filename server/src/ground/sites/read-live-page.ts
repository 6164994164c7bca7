import { type Page, readPage } from "@samovar/audit";
import { type Http, HttpFailure } from "@samovar/http-client";
import { Problem } from "#src/platform/problem.ts";
import { say, type Said } from "#src/platform/say.ts";

const maxPageBytes = 3 * 1024 * 1024;

/**
 * Fetches a page through the guard and reads it as it is now. Throws `unavailable`, with this hint, where it can't be
 * had.
 */
export async function readLivePage(http: Http, url: string, hint: Said): Promise<Page> {
  const response = await fetchPage(http, url, hint);
  return readPage({
    url: response.url === "" ? url : response.url,
    contentType: response.headers.get("Content-Type") ?? undefined,
    body: new Uint8Array(await response.arrayBuffer()),
    isTruncated: false,
  });
}

async function fetchPage(http: Http, url: string, hint: Said): Promise<Response> {
  try {
    const response = await http(url, { maxBytes: maxPageBytes, headers: { Accept: "text/html" } });
    if (response.ok) return response;
    throw cannotRead(url, String(response.status), { hint });
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause;
    throw cannotRead(url, cause.message, { hint, cause });
  }
}

const cannotRead = (
  url: string,
  why: string,
  { hint, cause }: { readonly hint: Said; readonly cause?: unknown },
) => new Problem("unavailable", say`${url} can't be read: ${why}`, { hint, cause });
