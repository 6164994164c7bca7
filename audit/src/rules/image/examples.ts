import { documentWith, type Example, type WebScene } from "../example.ts";

const url = "https://example.org/egg.a1b2c3d4.jpg";
const tag = `<meta property="og:image" content="${url}">`;
const second = '<meta property="og:image" content="https://example.org/b.jpg">';
const sized = (width: number, height: number) =>
  `<meta property="og:image:width" content="${width}"><meta property="og:image:height" content="${height}">`;

/** A page whose one picture is as told. */
const pictured = (facts: NonNullable<WebScene["images"]>[string]): WebScene => ({
  html: documentWith(tag),
  images: { [url]: facts },
});

export const imageExamples: readonly Example[] = [
  {
    ruleId: "LP50",
    failing: {
      missing: { html: documentWith(""), finds: { networks: "all", repair: "card-image" } },
      "not-in-og": {
        html: documentWith(`<meta name="twitter:image" content="${url}">`),
        finds: { paste: tag, repair: "tags" },
      },
      relative: {
        html: documentWith('<meta property="og:image" content="/egg.jpg">'),
        finds: { paste: '<meta property="og:image" content="https://example.org/egg.jpg">' },
      },
      "not-https": documentWith('<meta property="og:image" content="http://example.org/egg.jpg">'),
      several: { html: documentWith(tag + second), finds: { networks: ["imessage"], values: { count: 2 } } },
    },
    passing: {
      "one picture": documentWith(tag),
      "a tall second one for Pinterest": documentWith(tag + second + sized(1000, 1500)),
      "the sides of a product": documentWith(`<meta property="og:type" content="product">${tag}${second}`),
      "one picture said twice": documentWith(tag + tag),
    },
  },
  {
    ruleId: "LP51",
    failing: {
      tiny: {
        ...pictured({ width: 150, height: 150 }),
        finds: { severity: "error", networks: ["facebook"] },
      },
      "too-small": {
        ...pictured({ width: 599, height: 400 }),
        finds: { severity: "error", networks: ["facebook"] },
      },
      narrow: {
        ...pictured({ width: 299, height: 400 }),
        finds: { severity: "error", networks: ["whatsapp"] },
      },
      small: {
        ...pictured({ width: 1000, height: 524 }),
        finds: { severity: "warning", networks: "all", values: { width: "1000", height: "524" } },
      },
      "declared-differs": {
        html: documentWith(tag + sized(1200, 600)),
        images: { [url]: {} },
        finds: {
          severity: "warning",
          paste:
            '<meta property="og:image:width" content="1200">\n<meta property="og:image:height" content="630">',
        },
      },
    },
    passing: {
      "1200×630, declared": { html: documentWith(tag + sized(1200, 630)), images: { [url]: {} } },
      "a picture that does not answer: another rule's finding": pictured({ status: 404 }),
      "no picture": documentWith(""),
    },
  },
  {
    ruleId: "LP52",
    failing: {
      "other-shape": {
        ...pictured({ width: 1200, height: 1200 }),
        finds: { severity: "warning", values: { ratio: 1, lost: 48 } },
      },
    },
    passing: {
      "1200×630": pictured({}),
      "1200×628": pictured({ height: 628 }),
    },
  },
  {
    ruleId: "LP53",
    failing: {
      over: {
        ...pictured({ byteLength: 700_000 }),
        finds: { severity: "error", networks: ["whatsapp"], values: { kilobytes: 700, limit: "600 KB" } },
      },
      recompressed: {
        ...pictured({ byteLength: 1_000_001 }),
        finds: { severity: "warning", networks: ["bluesky"] },
      },
      heavy: { ...pictured({ byteLength: 300_001 }), finds: { severity: "warning", networks: "all" } },
    },
    passing: { "300,000 bytes": pictured({ byteLength: 300_000 }) },
  },
  {
    ruleId: "LP54",
    failing: {
      webp: {
        ...pictured({ type: "image/webp" }),
        finds: { severity: "warning", networks: ["bluesky", "whatsapp"] },
      },
      "not-shown": {
        ...pictured({ type: "image/svg+xml", declaredType: "image/jpeg" }),
        finds: { severity: "error", values: { format: "SVG" } },
      },
      animated: {
        ...pictured({ type: "image/gif", isAnimated: true }),
        finds: { severity: "error", networks: ["x", "discord", "bluesky"] },
      },
    },
    passing: {
      "a JPEG": pictured({}),
      "a PNG": pictured({ type: "image/png" }),
      "a still GIF": pictured({ type: "image/gif" }),
    },
  },
  {
    ruleId: "LP55",
    failing: {
      unversioned: {
        html: documentWith('<meta property="og:image" content="https://example.org/egg-1200x630.jpg">'),
        finds: { values: { name: "egg-1200x630.jpg", example: "egg-1200x630.3f9a1c7e.jpg" } },
      },
    },
    passing: {
      "a hash in the name": documentWith(tag),
      "a version in the query": documentWith(
        '<meta property="og:image" content="https://example.org/egg.jpg?v=2">',
      ),
    },
  },
  {
    ruleId: "LP56",
    failing: { "no-tall": { html: documentWith(tag), finds: { severity: "info", networks: ["pinterest"] } } },
    passing: {
      "a tall picture in the page": documentWith(
        tag,
        '<h1>Egg</h1><img src="/tall.jpg" width="1000" height="1500" alt="">',
      ),
      "a tall second og:image": documentWith(tag + second + sized(1000, 1500)),
    },
  },
];
