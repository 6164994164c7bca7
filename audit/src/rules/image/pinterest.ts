import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { cardImages, declaredSize, mainImage } from "./card-image.ts";

/** Pinterest's own shape is 2:3; what comes near it is shown whole. */
const tallest = 0.76;
const leastWidth = 600;

export const imagePinterestRule: Rule = {
  id: "LP56",
  group: "image",
  title: { en: "A tall picture for Pinterest", ru: "Высокая картинка для Pinterest" },
  why: {
    en: "Pins are tall: 1000×1500. A picture of the card's shape takes a third of the room there.",
    ru: "Пины высокие: 1000×1500. Картинка в форме карточки займёт там втрое меньше места.",
  },
  severity: "info",
  networks: ["pinterest"],
  grade: "B",
  source: "Reported sizes of Pinterest's pins (1000×1500, at least 600 wide)",
  reach: "page",
  says: {
    "no-tall": {
      what: {
        en: "The page offers Pinterest no picture of 2:3.",
        ru: "Страница не предлагает Pinterest картинку 2:3.",
      },
      remedy: {
        en: "Put one of 1000×1500 into the page with its width and height, or name it in data-pin-media.",
        ru: "Поставьте на страницу картинку 1000×1500 с шириной и высотой или укажите её в data-pin-media.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    if (!mainImage(page) || offersTall(page)) return [];
    return [{ key: "no-tall", severity: "info", networks: ["pinterest"], values: {} }];
  },
};

function offersTall(page: Page): boolean {
  const declared = cardImages(page).map((image) => declaredSize(page, image));
  return [...declared, ...page.pictures].some(
    ({ width, height }) =>
      width !== undefined && height !== undefined && width >= leastWidth && width / height <= tallest,
  );
}
