import type { Finding, Rule, Subject } from "../rule.ts";
import { among, countCharacters, cutToWords, findMeta, quote, squeeze, writeMeta } from "../tags.ts";

const longest = 420;

export const alternativeRule: Rule = {
  id: "LP42",
  group: "text",
  title: { en: "The card's picture described", ru: "Картинка карточки описана словами" },
  why: {
    en: "Who does not see the picture hears its description: on X from twitter:image:alt or og:image:alt, on Mastodon from og:image:alt.",
    ru: "Кто не видит картинку, слышит её описание: в X из twitter:image:alt или og:image:alt, в Mastodon из og:image:alt.",
  },
  severity: "warning",
  networks: ["x", "mastodon"],
  grade: "A",
  source:
    "https://github.com/mastodon/mastodon lib/link_details_extractor.rb; X cards markup (the limit of 420 characters is unconfirmed, C)",
  reach: "page",
  says: {
    missing: {
      what: {
        en: "The card's picture has no description.",
        ru: "У картинки карточки нет описания.",
      },
      remedy: {
        en: "Add og:image:alt after og:image: what is to be seen, in a sentence.",
        ru: "Добавьте og:image:alt после og:image: что на ней видно, одним предложением.",
      },
    },
    long: {
      what: {
        en: "The picture's description has {length} characters; X is said to keep 420.",
        ru: "Длина описания картинки — {length} знаков; X, по сообщениям, хранит 420.",
      },
      remedy: {
        en: "Shorten it to what one needs to know of the picture.",
        ru: "Сократите до того, что о картинке нужно знать.",
      },
    },
  },
  check: checkAlternative,
};

function checkAlternative(subject: Subject): Finding[] {
  const { page } = subject;
  const image = findMeta(page, "og:image", "og:image:url", "twitter:image");
  if (!image) return [];
  const forMastodon = findMeta(page, "og:image:alt");
  const forX = findMeta(page, "twitter:image:alt") ?? forMastodon;
  const without = among(subject, [...(forX ? [] : x), ...(forMastodon ? [] : mastodon)]);
  return [
    ...(without.length > 0 ? [missing(subject, without, quote(image))] : []),
    ...lengthOf(subject, forX),
  ];
}

const x = ["x"] as const;
const mastodon = ["mastodon"] as const;

function missing(
  { page }: Subject,
  networks: Finding["networks"],
  quoted: Pick<Finding, "excerpt" | "line">,
): Finding {
  const url = URL.parse(
    findMeta(page, "og:image", "og:image:url", "twitter:image")?.content.trim() ?? "",
    page.baseUrl,
  )?.href;
  const known =
    findMeta(page, "twitter:image:alt")?.content ??
    page.pictures.find((picture) => picture.url === url && squeeze(picture.alt ?? "") !== "")?.alt;
  return {
    key: "missing",
    severity: "warning",
    networks,
    values: {},
    ...quoted,
    ...(known === undefined
      ? {}
      : { paste: writeMeta("og:image:alt", cutToWords(squeeze(known), longest)), repair: "tags" }),
  };
}

function lengthOf(subject: Subject, alternative: ReturnType<typeof findMeta>): Finding[] {
  const networks = among(subject, x);
  const length = countCharacters(alternative?.content.trim() ?? "");
  if (!alternative || length <= longest || networks.length === 0) return [];
  return [{ key: "long", severity: "warning", networks, values: { length }, ...quote(alternative) }];
}
