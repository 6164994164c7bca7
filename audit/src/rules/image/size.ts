import type { NetworkId } from "../../networks/network.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, quote, writeMeta } from "../tags.ts";
import { declaredSize, measureMain, type CardImage } from "./card-image.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

export const imageSizeRule: Rule = {
  id: "LP51",
  group: "image",
  title: { en: "A picture large enough", ru: "Картинка достаточно велика" },
  why: {
    en: "Below a network's least size the card shrinks to a stamp or loses its picture; a declared size that is wrong makes robots reserve the wrong room.",
    ru: "Меньше положенного — и карточка сжимается до марки или теряет картинку; неверно указанный размер сбивает роботов.",
  },
  severity: "error",
  networks: "all",
  grade: "A†",
  source:
    "Facebook's sharing documentation (200×200, 600×315, 1200×630), read through copies; WhatsApp's 300 px: getlinkpeek (B)",
  reach: "web",
  says: {
    tiny: {
      what: {
        en: "The picture has {width}×{height} pixels; Facebook shows none below 200×200.",
        ru: "Размер картинки — {width}×{height}; меньше 200×200 Facebook не показывает.",
      },
      remedy: { en: "Make one of 1200×630.", ru: "Сделайте картинку 1200×630." },
    },
    "too-small": {
      what: {
        en: "The picture has {width}×{height} pixels; Facebook's large card begins at 600×315.",
        ru: "Размер картинки — {width}×{height}; крупная карточка Facebook начинается с 600×315.",
      },
      remedy: { en: "Make one of 1200×630.", ru: "Сделайте картинку 1200×630." },
    },
    narrow: {
      what: {
        en: "The picture is {width} pixels wide; WhatsApp's large card begins at 300.",
        ru: "Ширина картинки — {width} пикс.; крупная карточка WhatsApp начинается с 300.",
      },
      remedy: { en: "Make one of 1200×630.", ru: "Сделайте картинку 1200×630." },
    },
    small: {
      what: {
        en: "The picture has {width}×{height} pixels, less than 1200×630: it is blurred on sharp screens.",
        ru: "Размер картинки — {width}×{height}, меньше 1200×630: на чётких экранах она размыта.",
      },
      remedy: { en: "Make one of 1200×630.", ru: "Сделайте картинку 1200×630." },
    },
    "declared-differs": {
      what: {
        en: "The tags declare {declared}, and the picture has {width}×{height}.",
        ru: "В тегах указано {declared}, а у картинки {width}×{height}.",
      },
      remedy: { en: "Declare what it has.", ru: "Укажите настоящий размер." },
    },
  },
  check: checkSize,
};

async function checkSize(subject: Subject): Promise<Finding[]> {
  const measured = await measureMain(subject.page, subject.web);
  if (!measured) return [];
  const { image, facts } = measured;
  const { width, height } = facts;
  if (width === undefined || height === undefined) return [];
  const found = [...leastOf({ width, height }, subject), ...declaredOf({ width, height }, subject, image)];
  return found.map((finding) => ({ ...quote(image.meta), ...finding }));
}

/** Pixels are written without the thousands' mark: as one writes them everywhere. */
const say = ({ width, height }: Size) => ({ width: String(width), height: String(height) });

function leastOf(size: Size, subject: Subject): Finding[] {
  const { width, height } = size;
  if (width >= 1200 && height >= 630) return [];
  const found: Finding[] = [];
  const add = (key: string, wanted: readonly NetworkId[]) => {
    const networks = among(subject, wanted);
    if (networks.length > 0)
      found.push({ key, severity: "error", networks, values: say(size), repair: "card-image" });
  };
  if (width < 200 || height < 200) add("tiny", ["facebook"]);
  else if (width < 600 || height < 315) add("too-small", ["facebook"]);
  if (width < 300) add("narrow", ["whatsapp"]);
  const judged = new Set(found.flatMap(({ networks }) => networks));
  const others = subject.networks.filter((id) => !judged.has(id));
  if (others.length > 0)
    found.push({
      key: "small",
      severity: "warning",
      networks: judged.size > 0 ? others : "all",
      values: say(size),
      repair: "card-image",
    });
  return found;
}

function declaredOf({ width, height }: Size, { page }: Subject, image: CardImage): Finding[] {
  const declared = declaredSize(page, image);
  const isTrue = (declared.width ?? width) === width && (declared.height ?? height) === height;
  if (isTrue) return [];
  const paste = [writeMeta("og:image:width", `${width}`), writeMeta("og:image:height", `${height}`)];
  return [
    {
      key: "declared-differs",
      severity: "warning",
      networks: "all",
      values: { declared: `${declared.width ?? "?"}×${declared.height ?? "?"}`, ...say({ width, height }) },
      paste: paste.join("\n"),
      repair: "tags",
    },
  ];
}
