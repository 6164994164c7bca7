import { documentWith, type Example } from "../example.ts";

const icon = "https://example.org/icon.png";
const withIcon = documentWith(`<link rel="apple-touch-icon" href="${icon}">`);
const article = '<meta property="og:type" content="article">';
const dated = '<meta property="article:published_time" content="2026-11-24T10:00:00Z">';
const product = '<meta property="og:type" content="product"><meta property="og:title" content="Egg cup">';
const price = (amount: string, currency: string) =>
  `<meta property="product:price:amount" content="${amount}"><meta property="product:price:currency" content="${currency}">`;
const inStock = '<meta property="og:availability" content="instock">';

export const extrasExamples: readonly Example[] = [
  {
    ruleId: "LP60",
    failing: {
      missing: {
        html: documentWith(""),
        finds: {
          severity: "error",
          networks: ["x", "discord"],
          paste: '<meta name="twitter:card" content="summary_large_image">',
        },
      },
      small: documentWith('<meta name="twitter:card" content="summary">'),
      unknown: documentWith('<meta name="twitter:card" content="large">'),
    },
    passing: {
      "a large card": documentWith('<meta name="twitter:card" content="summary_large_image">'),
      "a player": documentWith('<meta name="twitter:card" content="player">'),
    },
  },
  {
    ruleId: "LP61",
    failing: {
      missing: { html: documentWith(""), finds: { severity: "info", networks: ["discord"] } },
      "not-hex": {
        html: documentWith('<meta name="theme-color" content="#b43">'),
        finds: { paste: '<meta name="theme-color" content="#bb4433">' },
      },
    },
    passing: { "six digits": documentWith('<meta name="theme-color" content="#B5432A">') },
  },
  {
    ruleId: "LP62",
    failing: {
      missing: { html: documentWith(""), finds: { networks: ["imessage", "signal", "misskey"] } },
      broken: { html: withIcon, finds: { values: { url: icon } } },
      small: {
        html: withIcon,
        images: { [icon]: { type: "image/png", width: 57, height: 57 } },
        finds: { severity: "warning", values: { width: "57", height: "57" } },
      },
    },
    passing: {
      "180×180": { html: withIcon, images: { [icon]: { type: "image/png", width: 180, height: 180 } } },
      "the largest of several": {
        html: documentWith(
          `<link rel="apple-touch-icon" sizes="57x57" href="/small.png"><link rel="apple-touch-icon" sizes="180x180" href="${icon}">`,
        ),
        images: { [icon]: { type: "image/png", width: 180, height: 180 } },
      },
    },
  },
  {
    ruleId: "LP63",
    failing: {
      incomplete: {
        html: documentWith(product),
        finds: {
          severity: "error",
          networks: ["pinterest"],
          values: { missing: "product:price:amount, product:price:currency, og:availability" },
        },
      },
      "bad-value": {
        html: documentWith(product + price("1 200 руб.", "RUB") + inStock),
        finds: { values: { name: "product:price:amount", value: "1 200 руб." } },
      },
    },
    passing: {
      "a complete product": documentWith(product + price("98.00", "EUR") + inStock),
      "a product that schema.org tells": documentWith(
        `${product}<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Egg cup","offers":{"@type":"Offer","price":"98.00","priceCurrency":"EUR"}}</script>`,
      ),
      "a page that sells nothing": documentWith(article),
    },
  },
  {
    ruleId: "LP64",
    failing: {
      "no-channel": { html: documentWith(article + dated), finds: { severity: "info" } },
      "bad-channel": {
        html: documentWith(
          `${article}${dated}<meta name="telegram:channel" content="https://t.me/eggs_daily">`,
        ),
        finds: { paste: '<meta name="telegram:channel" content="@eggs_daily">' },
      },
      "no-date": documentWith(`${article}<meta name="telegram:channel" content="@eggs_daily">`),
    },
    passing: {
      "an article with its channel": documentWith(
        `${article}${dated}<meta name="telegram:channel" content="@eggs_daily">`,
      ),
      "a page that is no article": documentWith(""),
    },
  },
];
