import { profileOf } from "./profile.ts";
import { parseRobots } from "./robots-file.ts";
import type { RobotsFile, Visit } from "./visit.ts";

/**
 * A robots.txt by how it answered (RFC 9309, 2.3.1): what is not there allows all; what cannot be had now, or asks us
 * to wait (429), allows nothing yet.
 */
export function readRobots({ asked, answer, failure }: Visit): RobotsFile {
  const state = stateOf({ answer, failure });
  const body = state === "found" && answer ? answer.body : new Uint8Array();
  const text = wholeLines(new TextDecoder().decode(body), answer?.isTruncated ?? false);
  const { sitemaps, ruleFor, crawlDelayFor } = parseRobots(text, asked);
  return {
    url: asked,
    state,
    isAscii: body.every((byte) => byte < 0x80),
    sitemaps,
    crawlDelay: crawlDelayFor(profileOf("samovar").robotsToken ?? "*"),
    verdict(as, url) {
      const { robotsToken } = profileOf(as);
      const allowed = { isAllowed: true, line: undefined, robotsUrl: asked };
      if (robotsToken === undefined) return allowed;
      if (state === "failing") return { ...allowed, isAllowed: false };
      const target = URL.parse(url);
      const path = target ? `${target.pathname}${target.search}` : "/";
      const rule = path === "/robots.txt" ? undefined : ruleFor(robotsToken, path);
      return rule?.isAllowing === false ? { isAllowed: false, line: rule.line, robotsUrl: asked } : allowed;
    },
  };
}

function stateOf({ answer, failure }: Pick<Visit, "answer" | "failure">): RobotsFile["state"] {
  if (!answer) {
    const isMissing = failure?.kind === "too-many-redirects" || failure?.kind === "redirect-loop";
    return isMissing ? "missing" : "failing";
  }
  if (answer.status === 429 || answer.status >= 500) return "failing";
  return answer.status >= 200 && answer.status < 300 ? "found" : "missing";
}

/** Half a line at the end could forbid more than the whole one. */
const wholeLines = (text: string, isTruncated: boolean): string =>
  isTruncated ? text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1) : text;
