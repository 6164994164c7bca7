import { isbot } from "isbot";
import previewRobots from "./preview-robots.json" with { type: "json" };
import type { Reason } from "./schema.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";

/** What a user agent tells by itself. */
export interface UserAgent {
  readonly reason: Extract<Reason, "human" | "preview" | "crawler" | "scanner">;
  /** The network whose preview it fetches, or the scanner's maker. */
  readonly robot: string;
  readonly device: "desktop" | "mobile" | "tablet" | "";
  readonly browser: string;
  readonly os: string;
}

type Named = readonly (readonly [pattern: RegExp, name: string])[];

const previews = compile(previewRobots.robots);
const scanners = compile(previewRobots.scanners);

/** First match wins: an in-app browser names its engine too, and every engine names Safari. */
const browsers: Named = [
  [/Telegram/, "in-app"],
  [
    /FBAN|FBAV|Instagram|VKClient|VK\/|OK\/|Pinterest|LinkedInApp|Twitter|TikTok|musical_ly|BytedanceWebview/,
    "in-app",
  ],
  [/YaBrowser|YaApp/, "yandex"],
  [/Edg(e|A|iOS)?\//, "edge"],
  [/OPR\/|Opera|OPiOS/, "opera"],
  [/SamsungBrowser/, "samsung"],
  [/Vivaldi/, "vivaldi"],
  [/Firefox\/|FxiOS/, "firefox"],
  [/Chrome\/|CriOS/, "chrome"],
  [/Safari\//, "safari"],
];
const systems: Named = [
  [/Android/, "android"],
  [/iPhone|iPad|iPod/, "ios"],
  [/Windows/, "windows"],
  [/Mac OS X|Macintosh/, "macos"],
  [/CrOS/, "chromeos"],
  [/Linux|X11/, "linux"],
];

/** Reads user agents and remembers the answers: a site's readers share a few thousand of them. */
export function createUserAgentReader(): (text: string) => UserAgent {
  const known = new TtlCache<UserAgent>({ maxEntries: 4000 });
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const read = readUserAgent(text);
    known.set(text, read);
    return read;
  };
}

function readUserAgent(text: string): UserAgent {
  const preview = nameOf(previews, text);
  if (preview) return { reason: "preview", robot: preview, device: "", browser: "", os: "" };
  const scanner = nameOf(scanners, text);
  if (scanner) return { reason: "scanner", robot: scanner, device: "", browser: "", os: "" };
  if (text === "" || isbot(text)) return { reason: "crawler", robot: "", device: "", browser: "", os: "" };
  return {
    reason: "human",
    robot: "",
    device: deviceOf(text),
    browser: nameOf(browsers, text) ?? "",
    os: nameOf(systems, text) ?? "",
  };
}

function deviceOf(text: string): UserAgent["device"] {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(text)) return "tablet";
  return /Mobi|iPhone|iPod/.test(text) ? "mobile" : "desktop";
}

function nameOf(list: Named, text: string): string | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

function compile(list: readonly { readonly match: string; readonly robot: string }[]): Named {
  return list.map(({ match, robot }) => [new RegExp(match, "i"), robot]);
}
