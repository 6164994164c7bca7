import type { IncomingMessage } from "node:http";
import { FreshCache } from "./fresh-cache.ts";
import type { ShieldOptions } from "./options.ts";
import { isPreviewRobot } from "./preview-robots.ts";

/** What a robot is answered: a small page, the origin's short word, or "ask the origin yourself". */
export type RobotAnswer =
  | {
      readonly kind: "page";
      readonly html: Uint8Array;
      readonly gzipped: Uint8Array;
      readonly robotsTag: string | undefined;
    }
  | { readonly kind: "status"; readonly status: number; readonly location: string | undefined }
  | { readonly kind: "not-for-us" };

export interface Shield {
  readonly cache: FreshCache<RobotAnswer>;
  readonly ttlMs: number;
  readonly staleMs: number;
  readonly shields: (request: IncomingMessage) => boolean;
}

const minute = 60_000;

export function createShield(options: ShieldOptions): Shield {
  return {
    cache: new FreshCache(options.maxBytes ?? 32 * 1024 * 1024),
    ttlMs: options.ttlMs ?? 5 * minute,
    staleMs: options.staleMs ?? 24 * 60 * minute,
    shields,
  };
}

/** Files that are no pages by their names: a robot gets them from the origin. */
const fileName =
  /\.(avif|bmp|css|gif|ico|jpe?g|js|json|map|mp3|mp4|pdf|png|rss|svg|txt|webm|webp|woff2?|xml|zip)$/i;

/** A robot that asks for what may be a page, as nobody in particular. */
function shields({ method, url = "/", headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (headers.cookie !== undefined || headers.authorization !== undefined) return false;
  return isPreviewRobot(headers["user-agent"]) && !fileName.test(url.split("?", 1)[0] ?? "");
}
