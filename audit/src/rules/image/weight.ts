import type { NetworkId } from "../../networks/network.ts";
import type { Finding, Rule, Severity, Subject } from "../rule.ts";
import { among, quote } from "../tags.ts";
import { kilobytes, measureMain } from "./card-image.ts";

const mebibyte = 2 ** 20;

/**
 * What each network takes, heaviest first. Where a source says "KB" or "MB" without saying which, an error begins at
 * the larger reading: nobody is stopped for a rounding.
 */
const limits: readonly {
  readonly above: number;
  readonly key: string;
  readonly limit: string;
  readonly severity: Severity;
  readonly networks: readonly NetworkId[];
}[] = [
  { above: 8 * mebibyte, key: "over", limit: "8 MB", severity: "error", networks: ["facebook", "mastodon"] },
  {
    above: 5 * mebibyte,
    key: "over",
    limit: "5 MB",
    severity: "error",
    networks: ["x", "linkedin", "telegram"],
  },
  { above: mebibyte, key: "over", limit: "1 MiB", severity: "error", networks: ["signal"] },
  { above: 1_000_000, key: "recompressed", limit: "", severity: "warning", networks: ["bluesky"] },
  { above: 600 * 1024, key: "over", limit: "600 KB", severity: "error", networks: ["whatsapp"] },
];

const target = 300_000;

export const imageWeightRule: Rule = {
  id: "LP53",
  group: "image",
  title: { en: "A picture light enough", ru: "Картинка не слишком тяжела" },
  why: {
    en: "Each network has a weight above which it takes no picture: WhatsApp's is least, and a card picture need not weigh 300 kB.",
    ru: "У каждой сети есть вес, больше которого она картинку не берёт: меньше всех — у WhatsApp, а картинке карточки хватает и 300 КБ.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "Mastodon lib/request.rb and preview_card.rb; Signal-Desktop ts/linkPreviews/linkPreviewFetch.ts; Bluesky lexicon app.bsky.embed.external; X cards markup; WhatsApp: getlinkpeek (B)",
  reach: "web",
  says: {
    over: {
      what: {
        en: "The picture weighs {kilobytes} kB, more than the {limit} that are taken here.",
        ru: "Картинка весит {kilobytes} КБ — больше, чем здесь берут ({limit}).",
      },
      remedy: {
        en: "Save it as JPEG of 1200×630, quality about 80: below 300 kB.",
        ru: "Сохраните её как JPEG 1200×630 с качеством около 80: меньше 300 КБ.",
      },
    },
    recompressed: {
      what: {
        en: "The picture weighs {kilobytes} kB; Bluesky keeps 1,000,000 bytes, and the reader's app compresses it anew.",
        ru: "Картинка весит {kilobytes} КБ; Bluesky хранит до 1 000 000 байт, и приложение сожмёт её заново.",
      },
      remedy: {
        en: "Save it as JPEG of 1200×630, quality about 80: below 300 kB.",
        ru: "Сохраните её как JPEG 1200×630 с качеством около 80: меньше 300 КБ.",
      },
    },
    heavy: {
      what: {
        en: "The picture weighs {kilobytes} kB; older WhatsApp stops at 300, and robots wait only seconds.",
        ru: "Картинка весит {kilobytes} КБ; старый WhatsApp берёт до 300, а роботы ждут считаные секунды.",
      },
      remedy: {
        en: "Save it as JPEG of 1200×630, quality about 80: below 300 kB.",
        ru: "Сохраните её как JPEG 1200×630 с качеством около 80: меньше 300 КБ.",
      },
    },
  },
  check: checkWeight,
};

async function checkWeight(subject: Subject): Promise<Finding[]> {
  const measured = await measureMain(subject.page, subject.web);
  if (!measured || measured.facts.byteLength <= target) return [];
  const { byteLength } = measured.facts;
  const about = { repair: "card-image", ...quote(measured.image.meta) } as const;
  const found = limits.flatMap(({ above, key, limit, severity, networks: wanted }): Finding[] => {
    const networks = byteLength > above ? among(subject, wanted) : [];
    if (networks.length === 0) return [];
    return [{ key, severity, networks, values: { kilobytes: kilobytes(byteLength), limit }, ...about }];
  });
  if (found.length > 0) return found;
  const values = { kilobytes: kilobytes(byteLength) };
  return [{ key: "heavy", severity: "warning", networks: "all", values, ...about }];
}
