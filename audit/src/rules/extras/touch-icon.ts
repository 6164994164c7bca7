import type { NetworkId } from "../../networks/network.ts";
import type { HeadLink } from "../../page/page.ts";
import type { ImageFacts } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";

const least = 180;
const readers: readonly NetworkId[] = ["imessage", "signal", "misskey"];

export const touchIconRule: Rule = {
  id: "LP62",
  group: "extras",
  title: { en: "An icon to fall back on", ru: "Запасная иконка" },
  why: {
    en: "Where a card has no picture, iMessage, Signal and Misskey take the apple-touch-icon; without it they take the tiny favicon or nothing.",
    ru: "Если у карточки нет картинки, iMessage, Signal и Misskey берут apple-touch-icon; без неё — крошечный favicon или ничего.",
  },
  severity: "warning",
  networks: ["imessage", "signal", "misskey"],
  grade: "A",
  source:
    "Apple TN3156; Signal-Desktop ts/linkPreviews/linkPreviewFetch.ts; misskey-dev/summaly src/general.ts",
  reach: "web",
  says: {
    missing: {
      what: { en: "There is no apple-touch-icon.", ru: "Нет apple-touch-icon." },
      remedy: {
        en: "Put a PNG of 180×180 at this address and the tag into the head.",
        ru: "Положите PNG 180×180 по этому адресу, а тег — в head.",
      },
    },
    broken: {
      what: {
        en: "The apple-touch-icon, {url}, does not answer with a picture.",
        ru: "По адресу apple-touch-icon, {url}, картинки нет.",
      },
      remedy: { en: "Put a PNG of 180×180 there.", ru: "Положите туда PNG 180×180." },
    },
    small: {
      what: {
        en: "The apple-touch-icon has {width}×{height} pixels, less than 180×180.",
        ru: "Размер apple-touch-icon — {width}×{height}, меньше 180×180.",
      },
      remedy: { en: "Give one of 180×180.", ru: "Дайте иконку 180×180." },
    },
  },
  check: checkIcon,
};

async function checkIcon(subject: Subject): Promise<Finding[]> {
  const { page, web } = subject;
  const networks = among(subject, readers);
  if (networks.length === 0 || !web) return [];
  const icons = page.links.filter(isTouchIcon);
  const icon = icons.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const common = { severity: "warning", networks } as const;
  if (!icon?.url)
    return [
      {
        ...common,
        key: "missing",
        values: {},
        paste: '<link rel="apple-touch-icon" sizes="180x180" href="/apple-touch-icon.png">',
      },
    ];
  const judged = judge(await web.image(icon.url, "samovar"));
  return judged ? [{ ...common, ...judged, line: icon.line }] : [];
}

const isTouchIcon = ({ rel, url }: HeadLink): boolean =>
  url !== undefined && rel.some((each) => /^apple-touch-icon(-precomposed)?$/.test(each));

/** As declared; without a word on it, it counts as what the rule asks for. */
const sizeOf = ({ sizes }: HeadLink): number => Number(/^(\d+)x/i.exec(sizes ?? "")?.[1] ?? least);

function judge({ url, visit, type, width, height }: ImageFacts): Pick<Finding, "key" | "values"> | undefined {
  if (visit.failure?.kind === "over-budget") return undefined;
  const isPicture = visit.answer?.status === 200 && type !== undefined;
  if (!isPicture) return { key: "broken", values: { url: url.slice(0, 200) } };
  if (width === undefined || height === undefined || Math.min(width, height) >= least) return undefined;
  return { key: "small", values: { width: String(width), height: String(height) } };
}
