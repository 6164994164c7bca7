import { documentWith, type Example } from "../example.ts";

const titled = (title: string) => documentWith(`<meta property="og:title" content="${title}">`);
const described = (text: string) =>
  documentWith(
    `<meta property="og:title" content="How to boil an egg"><meta property="og:description" content="${text}">`,
  );
const image = `<meta property="og:image" content="https://example.org/egg.a1b2c3d4.jpg">`;

export const textExamples: readonly Example[] = [
  {
    ruleId: "LP40",
    failing: {
      missing: {
        html: documentWith("<title>How to boil an egg</title>"),
        finds: {
          severity: "error",
          networks: ["whatsapp"],
          paste: '<meta property="og:title" content="How to boil an egg">',
          repair: "tags",
        },
      },
      nothing: documentWith("", "<p>Six minutes.</p>"),
      empty: {
        html: documentWith('<title>Say "egg"</title><meta property="og:title" content=" ">'),
        finds: {
          severity: "error",
          networks: "all",
          paste: '<meta property="og:title" content="Say &quot;egg&quot;">',
        },
      },
      "too-long": {
        html: titled("How to boil an egg so that its yolk stays soft and its white is firm throughout"),
        finds: {
          severity: "warning",
          values: { length: 79, fits: "How to boil an egg so that its yolk stays soft and its" },
        },
      },
      long: titled("How to boil an egg so that its yolk stays soft and its whites"),
      bytes: {
        html: titled("Как сварить яйцо, чтобы желток остался жидким"),
        finds: {
          severity: "warning",
          networks: ["discord"],
          values: { bytes: 83, shown: "Как сварить яйцо, чтобы желток остал" },
        },
      },
      branded: {
        html: documentWith(
          '<meta property="og:site_name" content="The Kitchen"><meta property="og:title" content="How to boil an egg | The Kitchen">',
        ),
        finds: {
          networks: ["whatsapp", "imessage"],
          values: { brand: "The Kitchen" },
          paste: '<meta property="og:title" content="How to boil an egg">',
        },
      },
    },
    passing: {
      "a short title": titled("How to boil an egg"),
      "a Russian title within 70 bytes": titled("Как сварить яйцо всмятку"),
      "a dash that parts no brand": titled("Boiling an egg — six minutes"),
    },
  },
  {
    ruleId: "LP41",
    failing: {
      missing: {
        html: documentWith(
          '<meta name="description" content="Six minutes for a soft yolk, ten for a firm one.">',
        ),
        finds: {
          paste:
            '<meta property="og:description" content="Six minutes for a soft yolk, ten for a firm one.">',
        },
      },
      short: described("Six minutes."),
      long: described(`Six minutes for a soft yolk, ten for a firm one${", and salt".repeat(20)}.`),
      bytes: {
        html: described(`Шесть минут${", предварительно".repeat(11)}.`),
        finds: { networks: ["discord"] },
      },
      "same-as-title": described("How to boil an EGG"),
    },
    passing: {
      "a description of a hundred characters": described(
        "Six minutes for a soft yolk, ten for a firm one, and cold water at once so that the shell comes off.",
      ),
    },
  },
  {
    ruleId: "LP42",
    failing: {
      missing: {
        html: documentWith(
          image,
          '<h1>Egg</h1><img src="https://example.org/egg.a1b2c3d4.jpg" alt="A soft-boiled egg in a cup">',
        ),
        finds: {
          networks: ["x", "mastodon"],
          paste: '<meta property="og:image:alt" content="A soft-boiled egg in a cup">',
        },
      },
      long: documentWith(`${image}<meta property="og:image:alt" content="${"An egg. ".repeat(60)}">`),
    },
    passing: {
      "a described picture": documentWith(`${image}<meta property="og:image:alt" content="An egg in a cup">`),
      "a page without a picture": documentWith(""),
    },
  },
];
