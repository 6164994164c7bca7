import { createIsbotFromList, list as robotWords } from "isbot";
import previewRobots from "./preview-robots.json" with { type: "json" };
import type { Reason } from "./schema.ts";
import { inAppOf } from "./source-of.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";

/** What a user agent tells by itself. */
export interface UserAgent {
  readonly reason: Extract<Reason, "human" | "preview" | "crawler" | "scanner">;
  /** The network whose preview it fetches, or the scanner's maker. */
  readonly robot: string;
  readonly device: "desktop" | "mobile" | "tablet" | "";
  readonly browser: string;
  readonly os: string;
  /** The app whose own browser it is, "?" for one that does not say; empty: none. */
  readonly inApp: string;
}

type Named = readonly (readonly [pattern: RegExp, name: string])[];

const previews = compile(previewRobots.robots);
const scanners = compile(previewRobots.scanners);

/** First match wins: an in-app browser names its engine too, and every engine names Safari. */
const browsers: Named = [
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

const noBrowser = { robot: "", device: "", browser: "", os: "", inApp: "" } as const;

function readUserAgent(text: string): UserAgent {
  const preview = nameOf(previews, text);
  if (preview) return { ...noBrowser, reason: "preview", robot: preview };
  const scanner = nameOf(scanners, text);
  if (scanner) return { ...noBrowser, reason: "scanner", robot: scanner };
  if (text === "" || isRobot(text)) return { ...noBrowser, reason: "crawler" };
  const inApp = inAppOf(text);
  return {
    reason: "human",
    robot: "",
    device: deviceOf(text),
    browser: inApp === "" ? (nameOf(browsers, text) ?? "") : "in-app",
    os: nameOf(systems, text) ?? "",
    inApp,
  };
}

// Words of isbot's list that are names of people's devices and browsers as well; no robot of ours needs them.
const alsoPeoples = new Set(["discovery", "download", "catch", "sogou", "^[^ ]{50,}$"]);
const hasRobotsWord = createIsbotFromList([
  ...robotWords.filter((pattern) => !alsoPeoples.has(pattern)),
  "sogou (web|inst|pic|head|news|orion|blog|spider)",
]);
/** Apps and boxes that people sit before, and that call themselves as robots do. */
const peoples =
  /^Apple-i(Pad|Phone|Pod)|^\w+ [\d.]+ \((iPhone|iPad|iPod)|Google ?(Fiber|TV)|^Google\.Drive|FBDV\/|^(Amazon|Roku|tvOS|AppleTV|Cinnamon)[;/]|HbbTV|WAP[- ]Browser/;

/** A phone's model stands where a robot would put its name ("VR BOT 552"), and is not looked at. */
function isRobot(text: string): boolean {
  if (peoples.test(text)) return false;
  return hasRobotsWord(
    text.replace(/\(Linux;[^()]*Android[^()]*\)(?= (AppleWebKit|Gecko|Version))/, "(Linux; Android)"),
  );
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
