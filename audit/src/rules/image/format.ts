import type { NetworkId } from "../../networks/network.ts";
import type { ImageFacts } from "../../visit/visit.ts";
import type { Finding, Rule, Severity, Subject } from "../rule.ts";
import { among, quote } from "../tags.ts";
import { measureMain } from "./card-image.ts";

interface Judgement {
  readonly key: string;
  readonly severity: Severity;
  readonly networks: readonly NetworkId[];
}

const strict: readonly NetworkId[] = ["x", "discord", "bluesky"];
/** These two say in their code what they take: JPEG, PNG, GIF and WebP, Signal icons besides. */
const published: readonly NetworkId[] = ["mastodon", "signal"];

const judgements: Readonly<Record<string, Judgement>> = {
  "image/webp": { key: "webp", severity: "warning", networks: ["bluesky", "whatsapp"] },
  "image/svg+xml": { key: "not-shown", severity: "error", networks: [...strict, ...published] },
  "image/avif": { key: "not-shown", severity: "error", networks: [...strict, ...published] },
};

const animatedGif: Judgement = { key: "animated", severity: "error", networks: strict };

export const imageFormatRule: Rule = {
  id: "LP54",
  group: "image",
  title: { en: "JPEG or PNG", ru: "JPEG или PNG" },
  why: {
    en: "JPEG and PNG show everywhere. WebP fails here and there; SVG, AVIF and moving GIF show on few networks.",
    ru: "JPEG и PNG видны везде. WebP кое-где не показывают; SVG, AVIF и движущийся GIF видны мало где.",
  },
  severity: "error",
  networks: ["x", "discord", "bluesky", "whatsapp", "mastodon", "signal"],
  grade: "A",
  source:
    "X cards markup (no SVG; GIF by its first frame); Mastodon preview_card.rb; Signal-Desktop linkPreviewFetch.ts; Discord, Bluesky, WhatsApp: reports (B)",
  reach: "web",
  says: {
    webp: {
      what: {
        en: "The picture is WebP: Bluesky and WhatsApp do not show every one.",
        ru: "Картинка в WebP: Bluesky и WhatsApp показывают не всякую.",
      },
      remedy: { en: "Give it as JPEG.", ru: "Отдавайте её как JPEG." },
    },
    "not-shown": {
      what: {
        en: "The picture is {format}: these networks do not show it.",
        ru: "Картинка в {format}: эти сети её не покажут.",
      },
      remedy: { en: "Give it as JPEG or PNG.", ru: "Отдавайте её как JPEG или PNG." },
    },
    animated: {
      what: {
        en: "The picture is a moving GIF: at best its first frame is shown.",
        ru: "Картинка — движущийся GIF: в лучшем случае покажут первый кадр.",
      },
      remedy: {
        en: "Give the frame that says most as JPEG.",
        ru: "Отдавайте самый говорящий кадр как JPEG.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const measured = await measureMain(subject.page, subject.web);
    const judgement = measured && judge(measured.facts);
    const networks = among(subject, judgement?.networks ?? []);
    if (!measured || !judgement || networks.length === 0) return [];
    const format = (measured.facts.type ?? "").replace(/^image\/|\+xml$/g, "").toUpperCase();
    const { key, severity } = judgement;
    return [
      { key, severity, networks, values: { format }, repair: "card-image", ...quote(measured.image.meta) },
    ];
  },
};

function judge({ type, isAnimated }: ImageFacts): Judgement | undefined {
  if (type === "image/gif") return isAnimated ? animatedGif : undefined;
  return judgements[type ?? ""];
}
