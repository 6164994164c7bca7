import { previewNetwork } from "../networks/index.ts";
import type { VisitorId } from "./visit.ts";

/** How one visitor asks for things. */
export interface Profile {
  readonly userAgent: string;
  readonly accept: string;
  readonly acceptEncoding: string;
  readonly range: string | undefined;
  /** Bytes of the decompressed body that it reads. */
  readonly windowBytes: number;
  /** From the first request to the last byte. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly httpsOnly: boolean;
  /** Its name in robots.txt; undefined where it does not look there. */
  readonly robotsToken: string | undefined;
}

const mebibyte = 1024 * 1024;

const own: Profile = {
  userAgent: "Mozilla/5.0 (compatible; SamovarAudit/0.1; +https://samovar.example/audit)",
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  acceptEncoding: "gzip, deflate, br, zstd",
  range: undefined,
  windowBytes: 5 * mebibyte,
  timeoutMs: 20_000,
  maxRedirects: 10,
  httpsOnly: false,
  robotsToken: "SamovarAudit",
};

/** Chrome on Android: it tells no device since version 110 (https://www.chromium.org/updates/ua-reduction/). */
const phone: Profile = {
  ...own,
  userAgent:
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
  maxRedirects: 20,
  robotsToken: undefined,
};

export function profileOf(as: VisitorId): Profile {
  if (as === "samovar") return own;
  if (as === "phone") return phone;
  const { robot } = previewNetwork(as);
  return {
    userAgent: robot.userAgent,
    accept: "*/*",
    acceptEncoding: robot.acceptEncoding,
    range: robot.range,
    windowBytes: robot.windowBytes.value,
    timeoutMs: robot.timeoutMs.value,
    maxRedirects: robot.maxRedirects.value,
    httpsOnly: robot.httpsOnly,
    robotsToken: robot.robotsToken,
  };
}
