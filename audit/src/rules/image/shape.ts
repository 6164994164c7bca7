import type { Finding, Rule, Subject } from "../rule.ts";
import { quote } from "../tags.ts";
import { measureMain } from "./card-image.ts";

const wanted = 1.91;
const tolerance = 0.03;

export const imageShapeRule: Rule = {
  id: "LP52",
  group: "image",
  title: { en: "A picture of the card's shape", ru: "Картинка по форме карточки" },
  why: {
    en: "The large card is 1.91:1. What has another shape is cropped in the middle, and heads and words go.",
    ru: "Крупная карточка — 1,91:1. Картинку другой формы обрежут по середине вместе с головами и словами.",
  },
  severity: "warning",
  networks: "all",
  grade: "A†",
  source: "Facebook's sharing documentation (1.91:1), read through copies; X cards markup (2:1)",
  reach: "web",
  says: {
    "other-shape": {
      what: {
        en: "The picture's shape is {ratio}:1, not 1.91:1: about {lost} % of it is cut off.",
        ru: "Форма картинки — {ratio}:1, а не 1,91:1: около {lost} % отрежут.",
      },
      remedy: {
        en: "Make one of 1200×630; keep what matters within the middle square of 630×630, 16 pixels off the upper and lower edge: X crops to 2:1.",
        ru: "Сделайте 1200×630; главное держите в среднем квадрате 630×630, в 16 пикселях от верхнего и нижнего края: X обрезает до 2:1.",
      },
    },
  },
  async check({ page, web }: Subject): Promise<Finding[]> {
    const measured = await measureMain(page, web);
    const { width, height } = measured?.facts ?? {};
    if (!measured || !width || !height) return [];
    const ratio = width / height;
    if (Math.abs(ratio / wanted - 1) <= tolerance) return [];
    const lost = Math.round(100 * (1 - Math.min(ratio, wanted) / Math.max(ratio, wanted)));
    return [
      {
        key: "other-shape",
        severity: "warning",
        networks: "all",
        values: { ratio: Math.round(ratio * 100) / 100, lost },
        repair: "card-image",
        ...quote(measured.image.meta),
      },
    ];
  },
};
