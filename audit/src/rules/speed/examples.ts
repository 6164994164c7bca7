import type { FakeAnswer } from "../../testing/fake-visitors.ts";
import { documentWith, pageUrl, type Example, type WebScene } from "../example.ts";

const plain = documentWith("");
const filler = `<p>${"Six minutes for a soft yolk. ".repeat(100)}</p>`;
const picture = "https://example.org/egg.jpg";

/** The page, answered to phones as told. */
const toPhone = (answer: FakeAnswer, body = plain): WebScene => ({
  html: body,
  web: { [pageUrl]: ({ as }) => (as === "phone" ? { body, ...answer } : body) },
});

export const speedExamples: readonly Example[] = [
  {
    ruleId: "SD01",
    failing: {
      refused: { ...toPhone({ status: 403 }), finds: { values: { status: 403 } } },
      elsewhere: {
        html: plain,
        web: {
          [pageUrl]: ({ as }) =>
            as === "phone" ? { status: 302, headers: { location: "https://m.example.org/page" } } : plain,
          "https://m.example.org/page": plain,
        },
        finds: { values: { url: "https://m.example.org/page" } },
      },
    },
    passing: { "the same page for all": plain },
  },
  {
    ruleId: "SD02",
    failing: {
      slow: { ...toPhone({ firstByteMs: 900 }), finds: { severity: "info" } },
      "too-slow": {
        ...toPhone({ firstByteMs: 1900.4 }),
        finds: { severity: "warning", values: { ms: 1900 } },
      },
    },
    passing: { "an answer within 800 ms": toPhone({ firstByteMs: 800 }) },
  },
  {
    ruleId: "SD03",
    failing: { heavy: documentWith(`<style>/*${" ".repeat(500_000)}*/</style>`) },
    passing: { "a few kilobytes": plain },
  },
  {
    ruleId: "SD04",
    failing: { uncompressed: documentWith("", filler) },
    passing: {
      gzip: toPhone({ headers: { "content-encoding": "gzip" } }, documentWith("", filler)),
      "a page too small to be worth it": plain,
    },
  },
  {
    ruleId: "SD05",
    failing: {
      untold: { html: plain, finds: { severity: "info", paste: "Cache-Control: public, max-age=60" } },
      forbidden: toPhone({ headers: { "cache-control": "no-store, private" } }),
    },
    passing: {
      "a minute": toPhone({ headers: { "cache-control": "public, max-age=60" } }),
      "an ETag": toPhone({ headers: { etag: '"a1"' } }),
    },
  },
  {
    ruleId: "SD06",
    failing: {
      scripts: {
        html: documentWith('<script src="/a.js?b=1&amp;c=2"></script>'),
        finds: { severity: "info", paste: '<script src="/a.js?b=1&amp;c=2" defer></script>' },
      },
      styles: documentWith([1, 2, 3, 4].map((n) => `<link rel="stylesheet" href="/${n}.css">`).join("")),
    },
    passing: {
      "deferred scripts and one sheet": documentWith(
        '<script src="/a.js" defer></script><script type="module" src="/b.js"></script><link rel="stylesheet" href="/a.css">',
      ),
      "a script at the end": documentWith("", '<p>Egg.</p><script src="/a.js"></script>'),
    },
  },
  {
    ruleId: "SD07",
    failing: {
      heavy: {
        html: documentWith("", `<img src="${picture}" alt="" width="600" height="315">`),
        images: { [picture]: { byteLength: 900_000 } },
        finds: { values: { name: "egg.jpg", kilobytes: 900 } },
      },
      oversized: {
        html: documentWith("", `<img src="${picture}" alt="" width="300" height="158">`),
        images: { [picture]: {} },
        finds: { values: { name: "egg.jpg", width: "1200", shown: "300" } },
      },
    },
    passing: {
      "twice as wide as shown": {
        html: documentWith("", `<img src="${picture}" alt="" width="600" height="315">`),
        images: { [picture]: {} },
      },
      "a picture that does not answer": documentWith("", `<img src="${picture}" alt="">`),
    },
  },
  {
    ruleId: "SD08",
    failing: {
      unsized: {
        html: documentWith(
          "",
          '<img src="/egg.jpg" alt="" width="600"><img src="/b.jpg" width="6" height="4">',
        ),
        finds: { severity: "info", values: { count: 1, all: 2, name: "egg.jpg" } },
      },
    },
    passing: {
      "width and height": documentWith("", '<img src="/egg.jpg" alt="" width="600" height="315">'),
      "no pictures": plain,
    },
  },
];
