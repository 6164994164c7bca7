import { expect, test } from "vitest";
import { networkIds } from "../networks/network.ts";
import { readPage } from "../page/read-page.ts";
import { fakeVisitors } from "../testing/fake-visitors.ts";
import { rules } from "./index.ts";
import type { Finding } from "./rule.ts";

const url = "https://example.org/eggs";
const image = "https://example.org/card/eggs.3f9a1c7e.jpg";
const pin = "https://example.org/card/eggs-pin.9b2d4e6f.jpg";

/** What `docs/reference/audit-rules.md` asks for, all of it together. */
const golden = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>How to boil an egg so that its yolk stays soft</title>
<meta name="description" content="Six minutes in boiling water, then cold water: how to get a soft yolk every time, and how to peel the egg.">
<meta property="og:title" content="How to boil an egg so that its yolk stays soft">
<meta property="og:description" content="Six minutes in boiling water, then cold water: how to get a soft yolk every time, and how to peel the egg.">
<meta property="og:url" content="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="The Kitchen">
<meta property="og:locale" content="en_GB">
<meta property="og:image" content="${image}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="A soft-boiled egg, cut open">
<meta property="article:published_time" content="2026-05-21T09:30:00+03:00">
<meta property="article:author" content="Anna Ivanova">
<meta name="twitter:card" content="summary_large_image">
<meta name="theme-color" content="#c0392b">
<link rel="canonical" href="${url}">
<link rel="apple-touch-icon" sizes="180x180" href="/touch-icon.png">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"How to boil an egg so that its yolk stays soft"}</script>
</head>
<body><main><h1>How to boil an egg so that its yolk stays soft</h1><p>Put the egg into boiling water.</p>
<img src="/eggs.jpg" alt="An egg" data-pin-media="${pin}"></main></body>
</html>`;

test("a page that does all as it should is found without fault by every rule about cards", async () => {
  const web = fakeVisitors({
    pages: { [url]: { body: golden, headers: { "cache-control": "public, max-age=60, s-maxage=600" } } },
    images: {
      [image]: {},
      [pin]: { width: 1000, height: 1500 },
      "https://example.org/touch-icon.png": {
        type: "image/png",
        declaredType: "image/png",
        width: 180,
        height: 180,
      },
    },
  });
  const visit = await web.visit(url, "samovar");
  const body = visit.answer?.body ?? new Uint8Array();
  const page = readPage({ url, body, contentType: "text/html; charset=utf-8", isTruncated: false });
  const subject = { page, visit, networks: networkIds, web };
  const found: Record<string, readonly Finding[]> = {};
  for (const rule of rules.filter(({ id }) => id.startsWith("LP"))) {
    const findings = await rule.check(subject);
    // What is only worth knowing is no fault.
    const faults = findings.filter(({ severity }) => severity !== "info");
    if (faults.length > 0) found[rule.id] = faults;
  }
  expect(found).toEqual({});
});
