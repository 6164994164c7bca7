import { type Example, documentWith, pageUrl } from "../example.ts";
import { butAsked, butFor, html, page, sent, shortLink, toPage, withPage } from "./example-scenes.ts";

/** LP06 to LP10: how the page is served. */
export const servingExamples: readonly Example[] = [
  {
    ruleId: "LP06",
    failing: {
      slow: {
        ...withPage(butFor(["bluesky"], { ...page, firstByteMs: 5200 })),
        finds: {
          severity: "error",
          networks: ["bluesky"],
          values: { seconds: 5.2, names: "Bluesky", host: "example.org" },
        },
      },
      "slow-head": {
        ...withPage({ ...page, firstByteMs: 500, totalMs: 40_000 }),
        finds: { severity: "warning", networks: ["facebook", "discord", "bluesky"] },
      },
      "gave-up": {
        ...withPage(butFor(["mastodon", "ok"], { failure: "timeout" })),
        finds: { severity: "error", networks: ["mastodon"] },
      },
    },
    passing: {
      "a quick page": html,
      "a page of two seconds sharp": withPage({ ...page, firstByteMs: 2000, totalMs: 2100 }),
      "a site that was slow only while several robots stood before it": withPage(({ as, headers }) =>
        as === "bluesky" && headers["cache-control"] === undefined ? { failure: "timeout" } : page,
      ),
      "a slow answer to those who are not known to mind": withPage(
        butFor(["vk"], { ...page, firstByteMs: 9000 }),
      ),
    },
  },
  {
    ruleId: "LP07",
    failing: {
      unasked: {
        ...withPage(butAsked("accept-encoding", "gzip", { ...page, headers: { "content-encoding": "br" } })),
        finds: {
          severity: "error",
          networks: ["facebook"],
          values: { asked: "gzip", given: "br" },
          paste: "Vary: Accept-Encoding",
        },
      },
      broken: withPage(butAsked("accept-encoding", "deflate", { failure: "broken-body" })),
    },
    passing: {
      "a page that is never compressed": html,
      "a page compressed as it was asked": withPage(({ headers }) => {
        const asked = headers["accept-encoding"] ?? "identity";
        return asked === "identity" ? page : { ...page, headers: { "content-encoding": asked } };
      }),
    },
  },
  {
    ruleId: "LP08",
    failing: {
      refused: {
        ...withPage(butAsked("range", "0-524288", { status: 416 })),
        finds: {
          networks: ["facebook", "threads"],
          values: { range: "bytes=0-524288", host: "example.org", status: 416, names: "Facebook, Threads" },
          paste: "Accept-Ranges: none",
        },
      },
      wrong: {
        ...withPage(butAsked("range", "0-32768", { ...page, status: 206 })),
        finds: { networks: ["slack"], paste: "Content-Range: bytes 0-32768/*" },
      },
      broken: withPage(butAsked("range", "0-32768", { failure: "broken-body" })),
    },
    passing: {
      "the whole page in spite of Range": html,
      "a true part": withPage(
        butAsked("range", ".", {
          body: html.slice(0, 100),
          status: 206,
          headers: { "content-range": `bytes 0-99/${html.length}` },
        }),
      ),
      "a robot that is turned away whatever it asks for, which is LP01's": withPage({ status: 403 }),
    },
  },
  {
    ruleId: "LP09",
    failing: {
      blocked: {
        ...shortLink(({ as }) => (as === "facebook" || as === "threads" ? { status: 403 } : toPage)),
        finds: {
          severity: "error",
          networks: ["facebook", "threads"],
          values: { host: "sho.rt", target: pageUrl, status: 403, names: "Facebook, Threads" },
        },
      },
      kept: {
        ...shortLink(({ as }) =>
          as === "telegram" ? { body: documentWith("<title>Sho.rt</title>") } : toPage,
        ),
        finds: { networks: ["telegram"] },
      },
      failed: shortLink(({ as }) => (as === "x" ? { failure: "timeout" } : toPage)),
    },
    passing: {
      "a short link that leads robots on": shortLink(toPage),
      "an address of the site's own": html,
      "the site with and without www": {
        html,
        asked: "https://www.example.org/page",
        web: { "https://www.example.org/page": ({ as }) => (as === "x" ? { status: 403 } : toPage) },
      },
    },
  },
  {
    ruleId: "LP10",
    failing: {
      cookies: {
        ...sent({ "set-cookie": "session=1; Path=/", "cache-control": "max-age=60" }),
        finds: {
          severity: "warning",
          networks: ["mastodon"],
          values: { cookie: "session" },
          paste: "Cache-Control: public, max-age=60, s-maxage=600",
        },
      },
      forbidden: {
        ...sent({ "cache-control": "private, no-store" }),
        finds: { values: { header: "private, no-store" } },
      },
      varies: {
        ...sent({ vary: "Accept-Encoding, Cookie", "cache-control": "max-age=60" }),
        finds: { paste: "Vary: Accept-Encoding" },
      },
      unsaid: { html, finds: { severity: "info" } },
    },
    passing: {
      "a page that shared caches may keep": sent({ "cache-control": "public, max-age=60" }),
      "a page for shared caches that browsers ask for anew": sent({
        "cache-control": "max-age=0, s-maxage=600",
      }),
      "an answer out of a cache": sent({ age: "12", "cache-control": "no-cache" }),
      "a page that was refused, which is LP01's": withPage({ status: 403 }),
    },
  },
];
