import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findContent, findMeta, ownTitle, quote, writeMeta } from "../tags.ts";
import { isRecord, thingsOf } from "../things.ts";

/** What Pinterest asks of a product; the first name of each is the one to write. */
const demands: readonly { readonly names: readonly string[]; readonly isRequired: boolean }[] = [
  { names: ["og:title"], isRequired: true },
  { names: ["product:price:amount", "og:price:amount"], isRequired: true },
  { names: ["product:price:currency", "og:price:currency"], isRequired: true },
  { names: ["og:availability", "product:availability"], isRequired: false },
];

export const productRule: Rule = {
  id: "LP63",
  group: "extras",
  title: { en: "A product with its price", ru: "Товар с ценой" },
  why: {
    en: "Pinterest makes a product pin, with price and availability, only of a page that tells them.",
    ru: "Pinterest делает товарный пин с ценой и наличием только из страницы, где они указаны.",
  },
  severity: "error",
  networks: ["pinterest"],
  grade: "A",
  source: "https://developers.pinterest.com/docs/web-features/product-rich-pins/",
  reach: "page",
  says: {
    incomplete: {
      what: {
        en: "og:type says product, but the page lacks {missing}.",
        ru: "og:type говорит, что это товар, но на странице нет {missing}.",
      },
      remedy: {
        en: "Add the tags: the amount as a plain number (98.00), the currency by its three letters (EUR).",
        ru: "Добавьте теги: сумма — просто числом (98.00), валюта — тремя буквами (RUB).",
      },
    },
    "bad-value": {
      what: {
        en: "{name} is “{value}”, which cannot be read.",
        ru: "{name} равен «{value}» — это не прочесть.",
      },
      remedy: {
        en: "Write the amount as a plain number (98.00), the currency by its three letters (EUR).",
        ru: "Запишите сумму просто числом (98.00), валюту — тремя буквами (RUB).",
      },
    },
  },
  check: checkProduct,
};

function checkProduct(subject: Subject): Finding[] {
  const { page } = subject;
  const networks = among(subject, ["pinterest"]);
  const type = findMeta(page, "og:type");
  const isProduct = /^(og:)?product(\.item)?$/i.test(type?.content.trim() ?? "");
  if (!type || !isProduct || networks.length === 0 || hasOffer(subject)) return [];
  const missing = demands.filter(({ names }) => !findMeta(page, ...names));
  const bad = badValues(subject).map((found): Finding => ({ ...found, severity: "error", networks }));
  if (missing.length === 0) return bad;
  return [
    {
      key: "incomplete",
      severity: missing.some(({ isRequired }) => isRequired) ? "error" : "warning",
      networks,
      values: { missing: missing.map(({ names }) => names[0]).join(", ") },
      ...quote(type),
      ...pasteTitle(subject, missing),
    },
    ...bad,
  ];
}

/** The price is the owner's to say; the title may be told from the page. */
function pasteTitle({ page }: Subject, missing: readonly (typeof demands)[number][]): Pick<Finding, "paste"> {
  const title = ownTitle(page);
  const lacksTitle = missing.some(({ names }) => names.includes("og:title"));
  return lacksTitle && title !== undefined ? { paste: writeMeta("og:title", title) } : {};
}

function badValues({ page }: Subject): Pick<Finding, "key" | "values" | "excerpt" | "line">[] {
  const forms = [
    { names: ["product:price:amount", "og:price:amount"], form: /^\d+([.,]\d+)?$/ },
    { names: ["product:price:currency", "og:price:currency"], form: /^[A-Z]{3}$/ },
  ];
  return forms.flatMap(({ names, form }) => {
    const meta = findMeta(page, ...names);
    const value = meta?.content.trim() ?? "";
    if (!meta || form.test(value)) return [];
    return [{ key: "bad-value", values: { name: meta.name, value: value.slice(0, 60) }, ...quote(meta) }];
  });
}

/** Pinterest reads schema.org as well: a Product that tells its offer needs no such tags. */
function hasOffer({ page }: Subject): boolean {
  const title = findContent(page, "og:title");
  return thingsOf(page).some(({ types, value }) => {
    const offers: readonly unknown[] = [value["offers"]].flat();
    const isPriced = offers.some(
      (offer) => isRecord(offer) && (offer["price"] ?? offer["lowPrice"]) && offer["priceCurrency"],
    );
    return types.includes("Product") && isPriced && (title ?? value["name"]) !== undefined;
  });
}
