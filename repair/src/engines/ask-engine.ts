import { HttpFailure, type Http, type HttpInit } from "@samovar/http-client";
import { EngineFailure } from "./engine.ts";

interface Question {
  readonly http: Http;
  readonly url: string;
  readonly init: HttpInit;
  /** Statuses that are answers and no failures. */
  readonly alsoFine?: readonly number[];
}

interface EngineAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One call of an engine's API. Throws `EngineFailure`, decided by the status alone. */
export async function askEngine({ http, url, init, alsoFine = [] }: Question): Promise<EngineAnswer> {
  const host = new URL(url).host;
  // A redirect would carry the credentials elsewhere, or turn a write into a read.
  const response = await http(url, { ...init, redirect: "manual" }).catch((cause: unknown) => {
    if (!(cause instanceof HttpFailure)) throw cause;
    throw new EngineFailure("failed", `${host} can't be reached: ${cause.message}`, cause);
  });
  refuse(response, host, alsoFine);
  return { status: response.status, body: jsonOf(await response.text(), host) };
}

function refuse({ status, ok, headers }: Response, host: string, alsoFine: readonly number[]): void {
  if (ok || alsoFine.includes(status)) return;
  const said = `${host} answers ${status}`;
  if (status === 401 || status === 403) throw new EngineFailure("credentials", said);
  if (status === 409) throw new EngineFailure("changed", said);
  if (status >= 300 && status < 400)
    throw new EngineFailure("not-it", `${said} and leads to ${headers.get("location") ?? "nowhere"}`);
  throw new EngineFailure(status === 404 ? "not-it" : "failed", said);
}

function jsonOf(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineFailure("not-it", `${host} answers no JSON`, cause);
  }
}

/** The last part of an address's path, by which engines name a page. */
export function slugOf(pageUrl: string): string | undefined {
  const parts = new URL(pageUrl).pathname.split("/").filter(Boolean);
  const last = parts.at(-1);
  return last === undefined ? undefined : decodeURIComponent(last);
}

/** Whether two addresses are the same page, whatever scheme and last slash they are written with. */
export const isSamePage = (one: string, other: string): boolean => plain(one) === plain(other);

function plain(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${decodeURI(pathname).replace(/\/+$/, "")}${search}`;
}
