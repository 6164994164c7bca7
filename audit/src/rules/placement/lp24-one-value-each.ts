import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findMeta, metasNamed, quote, squeeze, writeMeta } from "../tags.ts";

const single = ["og:title", "og:description", "og:url"];

export const oneValueEach: Rule = {
  id: "LP24",
  group: "placement",
  title: { en: "One value for each tag", ru: "Одно значение у каждого тега" },
  why: {
    en: "Where a tag stands twice, some networks take the first and some the last: the card differs from network to network. VK takes the later of og:title and twitter:title.",
    ru: "Если тег стоит дважды, одни сети берут первый, другие — последний, и карточки получаются разными. ВКонтакте берёт тот из og:title и twitter:title, который стоит позже.",
  },
  severity: "warning",
  networks: "all",
  grade: "B",
  source: "A gist of 2016 on what VK reads; https://ogp.me/#array",
  reach: "page",
  says: {
    repeated: {
      what: {
        en: "{tag} stands {count} times with different values: “{first}”, “{other}”.",
        ru: "{tag} встречается с разными значениями (раз: {count}): «{first}», «{other}».",
      },
      remedy: {
        en: "Keep one of them; mostly a plugin adds what the theme has already.",
        ru: "Оставьте один: обычно плагин добавляет то, что уже есть в теме.",
      },
    },
    differ: {
      what: {
        en: "og:title says “{first}”, twitter:title says “{other}”: VK shows the one that stands later.",
        ru: "В og:title — «{first}», в twitter:title — «{other}»: ВКонтакте покажет то, что стоит позже.",
      },
      remedy: {
        en: "Say the same in both, or leave twitter:title out: X falls back to og:title.",
        ru: "Напишите одно и то же или уберите twitter:title: X возьмёт og:title.",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  return [...single.flatMap((name) => repeated(subject.page, name)), ...differing(subject)];
}

function repeated(page: Page, tag: string): Finding[] {
  const metas = metasNamed(page, tag);
  const [first, ...others] = metas;
  const other = others.find(({ content }) => squeeze(content) !== squeeze(first?.content ?? ""));
  if (!first || !other) return [];
  const values = { tag, count: metas.length, first: squeeze(first.content), other: squeeze(other.content) };
  const kept = squeeze(first.content) === "" ? other : first;
  const paste = writeMeta(tag, squeeze(kept.content));
  return [
    { key: "repeated", severity: "warning", networks: "all", values, ...quote(other), paste, repair: "tags" },
  ];
}

function differing(subject: Subject): Finding[] {
  const networks = among(subject, ["vk"]);
  const [og, twitter] = [findMeta(subject.page, "og:title"), findMeta(subject.page, "twitter:title")];
  const [first, other] = [squeeze(og?.content ?? ""), squeeze(twitter?.content ?? "")];
  if (!og || !twitter || first === other || networks.length === 0) return [];
  const paste = writeMeta("twitter:title", first);
  const found = { key: "differ", severity: "warning", networks, values: { first, other } } as const;
  return [{ ...found, ...quote(twitter), paste, repair: "tags" }];
}
