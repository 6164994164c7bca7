import { documentWith, type Example, pageUrl } from "../example.ts";

const tags =
  '<meta property="og:title" content="Eggs"><meta property="og:description" content="Six minutes.">';
const title = '<meta property="og:title" content="Eggs">';
/** So many bytes of styles, as a page has them that carries its style sheet with it. */
const styles = (bytes: number) =>
  `<style>${"a{color:red}".repeat(Math.ceil(bytes / 12)).slice(0, bytes)}</style>`;
const served = (body: string | Uint8Array, contentType: string) => ({
  web: { [pageUrl]: { body, headers: { "content-type": contentType } } },
});
/** A page whose charset nobody names: the header does not, and no tag does. */
const nameless = (text: string) =>
  served(`<!doctype html><html lang="ru"><title>${text}</title><p>${text}</p>`, "text/html");

export const placementExamples: readonly Example[] = [
  {
    ruleId: "LP20",
    failing: {
      beyond: {
        html: documentWith(`${styles(33_000)}\n${title}`),
        finds: {
          severity: "error",
          networks: ["slack"],
          excerpt: title,
          line: 6,
          paste: title,
          repair: "tags",
        },
      },
      doubtful: {
        html: documentWith(`${styles(61_000)}${title}`),
        finds: { severity: "warning", networks: ["facebook", "threads"] },
      },
    },
    passing: {
      "tags at the top": documentWith(`${tags}${styles(400_000)}`),
      "tags just within Slack's window": documentWith(`${styles(32_000)}${title}`),
      "a window that nobody asked about": {
        html: documentWith(`${styles(33_000)}${title}`),
        networks: ["x"],
      },
    },
  },
  {
    ruleId: "LP21",
    failing: {
      "built-by-scripts": {
        html: documentWith(
          "<title>Eggs</title>",
          '<noscript>Please enable JavaScript.</noscript><div id="root"></div><script src="/app.js"></script>',
        ),
        finds: {
          severity: "error",
          networks: "all",
          repair: "tags",
          paste: [
            '<meta property="og:title" content="Eggs">',
            '<meta property="og:url" content="https://example.org/page">',
            '<meta property="og:type" content="website">',
            '<meta name="twitter:card" content="summary_large_image">',
            '<link rel="canonical" href="https://example.org/page">',
          ].join("\n"),
        },
      },
      missing: {
        html: documentWith(
          "<title>Eggs</title>",
          `<h1>Eggs</h1><p>${"Six minutes in boiling water. ".repeat(10)}</p>`,
        ),
        finds: { severity: "error", networks: "all", repair: "tags" },
      },
    },
    passing: {
      "a page with tags": documentWith(tags),
      "an application whose server writes the tags": documentWith(
        tags,
        '<div id="root"></div><script src="/app.js"></script>',
      ),
      "no page at all": "",
    },
  },
  {
    ruleId: "LP22",
    failing: {
      unquoted: {
        html: documentWith("<meta property=og:title content=Eggs>"),
        finds: { severity: "error", networks: ["whatsapp"], paste: title },
      },
      "unseen-by-signal": {
        html: documentWith('<meta name="og:title" content="Eggs">'),
        finds: { severity: "error", networks: ["signal"], paste: title },
      },
      "not-in-property": {
        html: documentWith('<meta name="og:title" content="Eggs">'),
        finds: { severity: "warning", networks: "all" },
      },
      "not-in-name": {
        html: documentWith('<meta property="twitter:card" content="summary">'),
        finds: {
          severity: "warning",
          networks: ["x"],
          paste: '<meta name="twitter:card" content="summary">',
        },
      },
    },
    passing: {
      "each family in its own attribute": documentWith(
        `${title}<meta name="twitter:card" content="summary"><meta name='fediverse:creator' content='@a@example.org'>`,
      ),
      "a tag with both attributes": documentWith(
        '<meta name="twitter:card" property="twitter:card" content="summary">',
      ),
      "unquoted tags that no card is made of": documentWith(
        "<meta name=viewport content=width=device-width>",
      ),
    },
  },
  {
    ruleId: "LP23",
    failing: {
      "closed-early": {
        html: documentWith(`<title>Eggs</title>\n<div>Advertisement</div>\n${title}`),
        finds: {
          severity: "error",
          networks: ["whatsapp"],
          values: { tags: "og:title", element: "<div>", closedOn: 6 },
          line: 7,
          paste: title,
        },
      },
      "in-body": {
        html: documentWith("<title>Eggs</title>", tags),
        finds: { values: { tags: "og:title, og:description", closedOn: 6 } },
      },
    },
    passing: {
      "tags in the head": documentWith(tags),
      "a head whose tags are left out, as the standard allows": `<!doctype html><meta charset="utf-8">${tags}<p>Eggs.</p>`,
      "an element of the head's own among the tags": documentWith(
        `<script>1</script><noscript><link rel="stylesheet" href="/a.css"></noscript>${tags}`,
      ),
    },
  },
  {
    ruleId: "LP24",
    failing: {
      repeated: {
        html: documentWith(`${title}\n<meta property="og:title" content="Soft eggs">`),
        finds: {
          severity: "warning",
          networks: "all",
          values: { tag: "og:title", count: 2, first: "Eggs", other: "Soft eggs" },
          line: 6,
          paste: title,
        },
      },
      differ: {
        html: documentWith(`${title}<meta name="twitter:title" content="Soft eggs">`),
        finds: { networks: ["vk"], paste: '<meta name="twitter:title" content="Eggs">' },
      },
    },
    passing: {
      "one value each": documentWith(tags),
      "the same value twice": documentWith(`${title}${title}<meta name="twitter:title" content="Eggs ">`),
      "several pictures, which are an array": documentWith(
        '<meta property="og:image" content="/a.png"><meta property="og:image" content="/b.png">',
      ),
    },
  },
  {
    ruleId: "LP25",
    failing: {
      missing: {
        ...nameless("Яйца"),
        finds: { severity: "error", networks: "all", paste: '<meta charset="utf-8">' },
      },
      late: {
        ...served(
          `<!doctype html><html><head><!--${"x".repeat(1000)}--><meta charset="utf-8"><title>Eggs</title>`,
          "text/html",
        ),
        finds: { severity: "error", paste: '<meta charset="utf-8">' },
      },
      contradicted: {
        ...served(
          '<!doctype html><meta charset="windows-1251"><title>Eggs</title>',
          "text/html; charset=utf-8",
        ),
        finds: {
          values: { charset: "utf-8", declared: "windows-1251" },
          paste: 'Content-Type: text/html; charset=utf-8\n<meta charset="utf-8">',
        },
      },
      invalid: served(
        new Uint8Array([
          ...new TextEncoder().encode('<!doctype html><meta charset="utf-8"><title>'),
          0xdf,
          0xe9,
          0xf6,
        ]),
        "text/html",
      ),
    },
    passing: {
      "a charset at the top": documentWith(tags),
      "the header alone": served("<!doctype html><title>Яйца</title>", "text/html; charset=utf-8"),
      "another label of the same charset": served(
        '<!doctype html><meta charset="utf8"><title>Яйца</title>',
        "text/html; charset=UTF-8",
      ),
      "a late tag that the header has outrun": served(
        `<!doctype html><html><head><!--${"x".repeat(1000)}--><meta charset="utf-8">`,
        "text/html; charset=utf-8",
      ),
    },
  },
];
