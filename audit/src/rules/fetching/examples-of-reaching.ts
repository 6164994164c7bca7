import { type Example, documentWith, pageUrl } from "../example.ts";
import {
  butFor,
  chain,
  html,
  image,
  page,
  plainText,
  robots,
  robotsTxt,
  sent,
  shortLink,
  toPage,
  withPage,
} from "./example-scenes.ts";

const titled = documentWith('<meta property="og:title" content="How to boil an egg">');

/** LP01 to LP05: who gets to the page at all. */
export const reachingExamples: readonly Example[] = [
  {
    ruleId: "LP01",
    failing: {
      status: {
        ...withPage(butFor(["x", "linkedin"], { status: 403, body: "Forbidden" })),
        finds: {
          severity: "error",
          networks: ["x", "linkedin"],
          values: { host: "example.org", status: 403, names: "X, LinkedIn" },
          paste:
            "Twitterbot/1.0\nLinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        },
      },
      challenge: {
        ...withPage(butFor(["facebook"], { status: 403, headers: { "cf-mitigated": "challenge" } })),
        finds: {
          networks: ["facebook"],
          values: { host: "example.org", shield: "Cloudflare", names: "Facebook" },
        },
      },
      "not-html": {
        ...sent({ "content-type": "text/plain; charset=utf-8" }),
        networks: ["discord", "mastodon"],
        finds: { networks: "all", paste: "Content-Type: text/html; charset=utf-8" },
      },
      "other-page": {
        ...withPage(({ as }) => ({
          body: as === "viber" ? documentWith("<title>Are you a robot?</title>") : titled,
        })),
        finds: { severity: "error", networks: ["viber"], values: { host: "example.org", names: "Viber" } },
      },
      failed: {
        ...withPage(butFor(["telegram"], { failure: "no-answer" })),
        finds: { networks: ["telegram"], paste: "TelegramBot (like TwitterBot)" },
      },
    },
    passing: {
      "a page that answers all alike": html,
      "a part for a robot that asks for a part": withPage(butFor(["facebook"], { ...page, status: 206 })),
      "a robot that waited too long, which is LP06's": withPage(butFor(["bluesky"], { failure: "timeout" })),
      "a part of the page that ends before its tags": withPage(({ as }) =>
        as === "slack" ? { status: 206, body: titled.slice(0, 40), isTruncated: true } : { body: titled },
      ),
      "an answer that our own limit cut off": withPage(butFor(["vk"], { failure: "over-budget" })),
      "a robot that the short link turned away, which is LP09's": shortLink(({ as }) =>
        as === "x" ? { status: 403 } : toPage,
      ),
    },
  },
  {
    ruleId: "LP02",
    failing: {
      status: {
        html,
        finds: { severity: "error", networks: "all", repair: "card-image" },
      },
      failed: {
        html,
        images: { [image]: ({ as }) => (as === "vk" ? { failure: "tls" } : {}) },
        finds: { networks: ["vk"], values: { url: image, failure: "tls", names: "VK" } },
      },
      "not-image": {
        html,
        images: { [image]: { declaredType: "application/octet-stream" } },
        finds: { networks: "all", paste: "Content-Type: image/jpeg" },
      },
      lies: {
        html,
        images: { [image]: { declaredType: "image/png" } },
        finds: { networks: "all", paste: "Content-Type: image/jpeg" },
      },
      "no-picture": {
        html,
        images: { [image]: { type: undefined } },
        finds: { networks: "all", repair: "card-image" },
      },
      attachment: {
        html,
        images: { [image]: { headers: { "content-disposition": 'attachment; filename="a.jpg"' } } },
        finds: { networks: ["bluesky", "signal"], paste: "Content-Disposition: inline" },
      },
    },
    passing: {
      "a picture that answers all alike": { html, images: { [image]: {} } },
      "the old name of JPEG": { html, images: { [image]: { declaredType: "image/jpg" } } },
      "a page without a picture": documentWith("<title>A page</title>"),
      "another picture for X, when both are there": {
        html: documentWith(
          `<meta property="og:image" content="${image}"><meta name="twitter:image" content="/x.png">`,
        ),
        images: {
          [image]: {},
          "https://example.org/x.png": { type: "image/png", declaredType: "image/png" },
        },
      },
    },
  },
  {
    ruleId: "LP03",
    failing: {
      "page-closed": {
        ...robots("User-agent: *", "Allow: /", "", "User-agent: LinkedInBot", "Disallow: /pa"),
        finds: {
          severity: "error",
          networks: ["linkedin"],
          values: { path: "/page", line: 5, robots: robotsTxt, names: "LinkedIn" },
          paste: "User-agent: LinkedInBot\nAllow: /page",
        },
      },
      "image-closed": {
        html,
        networks: ["telegram", "discord"],
        web: { "https://cdn.example.org/robots.txt": plainText("User-agent: *\nDisallow: /card") },
        finds: {
          severity: "warning",
          networks: ["telegram", "discord"],
          paste: "User-agent: TelegramBot\nUser-agent: Discordbot\nAllow: /card.a1b2c3d4.jpg",
        },
      },
      failing: {
        html,
        web: { [robotsTxt]: { status: 503 } },
        finds: { severity: "warning", paste: "User-agent: *\nAllow: /" },
      },
      "not-ascii": {
        ...robots("# Для роботов", "User-agent: *", "Allow: /"),
        finds: { severity: "warning", networks: ["x"] },
      },
    },
    passing: {
      "a site without robots.txt": html,
      "a file that closes another folder": robots("User-agent: *", "Disallow: /admin/"),
      "preview robots let in where others are not": robots(
        ...["Twitterbot", "LinkedInBot", "TelegramBot", "BlueskyPreviewBot"].map(
          (name) => `User-agent: ${name}`,
        ),
        ...["facebookexternalhit", "WhatsApp", "Discordbot", "Pinterestbot"].map(
          (name) => `User-agent: ${name}`,
        ),
        "Allow: /",
        "User-agent: *",
        "Disallow: /",
      ),
      "a robot that nobody asked about": {
        ...robots("User-agent: Twitterbot", "Disallow: /"),
        networks: ["telegram"],
      },
    },
  },
  {
    ruleId: "LP04",
    failing: {
      meta: {
        html: documentWith('<meta name="robots" content="noindex, follow">'),
        finds: { networks: ["telegram"], paste: '<meta name="robots" content="index, follow">' },
      },
      header: { ...sent({ "x-robots-tag": "noarchive, noindex" }), finds: { networks: ["telegram"] } },
    },
    passing: {
      "a page that may be indexed": documentWith(
        '<meta name="robots" content="index, max-image-preview:large">',
      ),
      "a header that means another robot": sent({ "x-robots-tag": "googlebot: noindex, nofollow" }),
      "a page that Telegram is not asked about": {
        html: documentWith('<meta name="robots" content="noindex">'),
        networks: ["x"],
      },
    },
  },
  {
    ruleId: "LP05",
    failing: {
      "too-many": {
        ...chain(4),
        finds: {
          networks: ["mastodon"],
          values: { count: 4 },
          paste: `GET /0\nHTTP/1.1 301 Moved Permanently\nLocation: ${pageUrl}`,
        },
      },
      loop: {
        asked: "https://example.org/a",
        web: {
          "https://example.org/a": { status: 301, headers: { location: "/b" } },
          "https://example.org/b": { status: 301, headers: { location: "/a" } },
        },
        finds: { severity: "error", networks: "all" },
      },
      broken: {
        ...withPage({ failure: "bad-redirect" }),
        finds: { networks: "all", values: { url: pageUrl } },
      },
      insecure: {
        html,
        asked: "http://example.org/page",
        web: { "http://example.org/page": toPage },
        finds: {
          networks: ["signal", "whatsapp", "slack"],
          paste: "GET /page\nHTTP/1.1 301 Moved Permanently\nLocation: https://example.org/page",
        },
      },
    },
    passing: {
      "a site under work on this machine": {
        asked: "http://127.0.0.1:8080/page",
        web: { "http://127.0.0.1:8080/page": html },
      },
      "a page without redirects": html,
      "three redirects": chain(3),
    },
  },
];
