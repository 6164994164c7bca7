import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findContent, quote, writeMeta } from "../tags.ts";
import { cardImages, declaredSize, mainImage, type CardImage } from "./card-image.ts";

export const imageAddressRule: Rule = {
  id: "LP50",
  group: "image",
  title: { en: "One picture, by its full address", ru: "Одна картинка с полным адресом" },
  why: {
    en: "A card with a picture takes several times the room of one without. Robots want an absolute https address; iMessage shows several pictures side by side.",
    ru: "Карточка с картинкой занимает в ленте в разы больше места. Роботам нужен полный адрес по https; iMessage показывает несколько картинок рядом.",
  },
  severity: "warning",
  networks: "all",
  grade: "B",
  source: "Reported by liberationtech for iMessage; https://ogp.me/#structured",
  reach: "page",
  says: {
    missing: {
      what: {
        en: "The page offers no picture for its card.",
        ru: "Страница не предлагает картинку для карточки.",
      },
      remedy: {
        en: "Make a card picture of 1200×630 and name it in og:image; Samovar can draw one.",
        ru: "Сделайте картинку 1200×630 и назовите её в og:image; Самовар может её нарисовать.",
      },
    },
    "not-in-og": {
      what: {
        en: "The picture stands in {name} alone, and many networks read og:image only.",
        ru: "Картинка указана только в {name}, а многие сети читают лишь og:image.",
      },
      remedy: { en: "Add this tag.", ru: "Добавьте этот тег." },
    },
    relative: {
      what: {
        en: "The picture's address is not absolute: “{address}”. Many robots do not resolve it.",
        ru: "Адрес картинки неполный: «{address}». Многие роботы его не достроят.",
      },
      remedy: { en: "Write it whole.", ru: "Запишите его целиком." },
    },
    "not-https": {
      what: {
        en: "The picture's address begins with http: it is refused where https is asked for.",
        ru: "Адрес картинки начинается с http: там, где нужен https, её не возьмут.",
      },
      remedy: {
        en: "Serve it by https and write that address.",
        ru: "Отдавайте её по https и запишите этот адрес.",
      },
    },
    several: {
      what: {
        en: "The page names {count} pictures in og:image, and iMessage shows them side by side.",
        ru: "Картинок в og:image: {count}; iMessage покажет их рядом.",
      },
      remedy: {
        en: "Keep one; a tall one for Pinterest (2:3, with its width and height declared) may follow it.",
        ru: "Оставьте одну; за ней может идти высокая для Pinterest (2:3, с указанными шириной и высотой).",
      },
    },
  },
  check: checkAddress,
};

function checkAddress(subject: Subject): Finding[] {
  const { page } = subject;
  const image = mainImage(page);
  if (!image) return [{ ...common("missing"), repair: "card-image" }];
  const quoted = quote(image.meta);
  return [...placeOf(image), ...formOf(image), ...severalOf(subject)].map((finding) => ({
    ...quoted,
    ...finding,
  }));
}

const common = (key: string, values: Finding["values"] = {}) =>
  ({ key, severity: "warning", networks: "all", values }) as const;

function placeOf({ meta, url }: CardImage): Finding[] {
  if (meta.name.startsWith("og:")) return [];
  return [{ ...common("not-in-og", { name: meta.name }), paste: writeMeta("og:image", url), repair: "tags" }];
}

function formOf({ meta, url }: CardImage): Finding[] {
  const written = meta.content.trim();
  const isAbsolute = /^https?:\/\//i.test(written);
  const paste = writeMeta(meta.name, url.replace(/^http:/, "https:"));
  if (!isAbsolute)
    return [{ ...common("relative", { address: written.slice(0, 200) }), paste, repair: "tags" }];
  return /^http:/i.test(written) ? [{ ...common("not-https"), paste }] : [];
}

/** A product may show itself from several sides, and one tall picture is meant for Pinterest. */
function severalOf(subject: Subject): Finding[] {
  const { page } = subject;
  const networks = among(subject, ["imessage"]);
  const images = cardImages(page);
  const plain = images.filter((image, at) => at === 0 || !isTall(page, image));
  const isProduct = /^(og:)?product/.test(findContent(page, "og:type") ?? "");
  if (plain.length < 2 || isProduct || networks.length === 0) return [];
  const second = plain[1];
  return [
    {
      ...common("several", { count: images.length }),
      networks,
      ...(second ? quote(second.meta) : {}),
    },
  ];
}

function isTall(page: Page, image: CardImage): boolean {
  const { width, height } = declaredSize(page, image);
  return width !== undefined && height !== undefined && height >= width * 1.3;
}
