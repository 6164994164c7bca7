import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findMeta, quote, writeMeta } from "../tags.ts";

export const themeColourRule: Rule = {
  id: "LP61",
  group: "extras",
  title: { en: "The site's colour", ru: "Цвет сайта" },
  why: {
    en: "Discord paints the card's stripe in theme-color, if that is six hexadecimal digits.",
    ru: "Discord красит полоску карточки в theme-color, если это шесть шестнадцатеричных цифр.",
  },
  severity: "info",
  networks: ["discord"],
  grade: "B",
  source: "A reported experiment with Discord's embeds",
  reach: "page",
  says: {
    missing: {
      what: { en: "There is no theme-color.", ru: "Нет theme-color." },
      remedy: {
        en: 'Add <meta name="theme-color" content="#…"> with the site\'s colour.',
        ru: 'Добавьте <meta name="theme-color" content="#…"> с цветом сайта.',
      },
    },
    "not-hex": {
      what: {
        en: "theme-color is “{value}”: Discord reads six hexadecimal digits only.",
        ru: "theme-color равен «{value}»: Discord понимает только шесть шестнадцатеричных цифр.",
      },
      remedy: { en: "Write it as #rrggbb.", ru: "Запишите его как #rrggbb." },
    },
  },
  check(subject: Subject): Finding[] {
    const networks = among(subject, ["discord"]);
    const meta = findMeta(subject.page, "theme-color");
    const value = meta?.content.trim() ?? "";
    if (networks.length === 0 || /^#[0-9a-f]{6}$/i.test(value)) return [];
    const whole = widen(value);
    return [
      {
        key: meta ? "not-hex" : "missing",
        severity: "info",
        networks,
        values: meta ? { value: value.slice(0, 60) } : {},
        ...(meta ? quote(meta) : {}),
        ...(whole ? { paste: writeMeta("theme-color", whole) } : {}),
      },
    ];
  },
};

/** `#abc` says the same as `#aabbcc`; of other notations only the owner knows the digits. */
function widen(value: string): string | undefined {
  const [, digits] = /^#([0-9a-f]{3})$/i.exec(value) ?? [];
  return digits && `#${digits.replaceAll(/./g, "$&$&")}`;
}
