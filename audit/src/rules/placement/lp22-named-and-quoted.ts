import type { NetworkId } from "../../networks/network.ts";
import type { Meta } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, quote, writeMeta } from "../tags.ts";
import { namesOfMetas, socialMetas } from "./social-metas.ts";

export const namedAndQuoted: Rule = {
  id: "LP22",
  group: "placement",
  title: { en: "Tags named and quoted as expected", ru: "Теги с нужными атрибутами и кавычками" },
  why: {
    en: "Some readers are no parsers: WhatsApp loses tags whose attributes stand without quotes, and Signal reads Open Graph in property= alone. X and Mastodon document name= for theirs.",
    ru: "Не все читают HTML по правилам: WhatsApp теряет теги, у которых атрибуты без кавычек, а Signal читает Open Graph только из property=. Для своих тегов X и Mastodon указывают name=.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "https://github.com/signalapp/Signal-Desktop/blob/main/ts/linkPreviews/linkPreviewFetch.ts; https://github.com/nopSolutions/nopCommerce/issues/6156; https://ogp.me/",
  reach: "page",
  says: {
    unquoted: {
      what: {
        en: "Attributes without quotes in {tags}: WhatsApp does not read them.",
        ru: "Атрибуты без кавычек в {tags}: WhatsApp их не читает.",
      },
      remedy: {
        en: "Put both attributes into quotes; an HTML minifier must be told to leave them.",
        ru: "Заключите оба атрибута в кавычки; минификатору HTML надо запретить их убирать.",
      },
    },
    "unseen-by-signal": {
      what: {
        en: "In name= instead of property=: {tags}. Signal reads property= alone.",
        ru: "В name= вместо property=: {tags}. Signal читает только property=.",
      },
      remedy: { en: "Name Open Graph tags by property=.", ru: "Называйте теги Open Graph через property=." },
    },
    "not-in-property": {
      what: {
        en: "In name= instead of property=: {tags}. Open Graph is written with property=, and not every reader forgives it.",
        ru: "В name= вместо property=: {tags}. Open Graph пишется через property=, и прощают ошибку не все.",
      },
      remedy: { en: "Name Open Graph tags by property=.", ru: "Называйте теги Open Graph через property=." },
    },
    "not-in-name": {
      what: {
        en: "In property= instead of name=, as they are documented: {tags}.",
        ru: "В property= вместо name=, как велит документация: {tags}.",
      },
      remedy: { en: "Name these tags by name=.", ru: "Называйте эти теги через name=." },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const metas = socialMetas(subject.page);
  const unquoted = metas.filter(({ isQuoted }) => !isQuoted);
  const nameless = metas.filter((meta) => isOpenGraph(meta) && meta.by === "name");
  const nameful = metas.filter((meta) => !isOpenGraph(meta) && meta.by === "property" && !hasName(meta));
  const told = { severity: "warning", networks: "all" } as const;
  return [
    ...tell(unquoted, { key: "unquoted", severity: "error", networks: among(subject, ["whatsapp"]) }),
    ...tell(nameless, { key: "unseen-by-signal", severity: "error", networks: among(subject, ["signal"]) }),
    ...tell(nameless, { key: "not-in-property", ...told }),
    ...tell(nameful, { key: "not-in-name", severity: "warning", networks: readersOf(nameful, subject) }),
  ];
}

const isOpenGraph = ({ name }: Meta): boolean => !/^(twitter|fediverse):/.test(name);

/** The parser keeps `property` where a tag has both; then it is found by either. */
const hasName = ({ source }: Meta): boolean => /[\s"']name\s*=/i.test(source);

const readersOf = (metas: readonly Meta[], subject: Subject): NetworkId[] => [
  ...(metas.some(({ name }) => name.startsWith("twitter:")) ? among(subject, ["x"]) : []),
  ...(metas.some(({ name }) => name.startsWith("fediverse:")) ? among(subject, ["mastodon"]) : []),
];

function tell(metas: readonly Meta[], trouble: Pick<Finding, "key" | "severity" | "networks">): Finding[] {
  const [first] = metas;
  if (!first || trouble.networks.length === 0) return [];
  const paste = metas.map(({ name, content }) => writeMeta(name, content.trim())).join("\n");
  return [{ ...trouble, values: { tags: namesOfMetas(metas) }, ...quote(first), paste, repair: "tags" }];
}
