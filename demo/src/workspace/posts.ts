import type { Client, OutputOf } from "@samovar/client";
import { getArticle, getPicture } from "../site/articles.ts";
import type { SampleSite } from "../site/serve-site.ts";
import type { Channels } from "./channels.ts";

/** What the tea house writes about an article. */
export interface Draft {
  readonly slug: string;
  readonly text: string;
  readonly shortText?: string;
  readonly withPicture?: boolean;
  readonly thread?: readonly string[];
  readonly campaign?: string;
}

export type Post = OutputOf<"createPost">;

export const publishedNow: readonly Draft[] = [
  {
    slug: "kak-zavarit-ivan-chaj",
    text: "Иван-чай прощает почти всё, кроме спешки. Три ошибки, из-за которых он на вкус как сено, и один способ, который работает всегда.\n\n#чай #иванчай",
    withPicture: true,
    campaign: "Осенние сорта",
  },
  {
    slug: "water-for-tea",
    text: "One Darjeeling, six kinds of water, five blind guests. Only two cups were worth drinking.\n\n#tea",
    campaign: "Autumn teas",
  },
  {
    slug: "samovar-na-shishkah",
    text: "Самовар на шишках без дыма в глаза: сколько шишек, куда труба и почему первую воду сливают.",
    thread: ["Главное правило: сначала вода, потом огонь. Пустой самовар распаивается за минуту."],
    withPicture: true,
    campaign: "Осенние сорта",
  },
  {
    slug: "tea-talk-rules",
    text: "Seven rules of a good tea table. None of them is about tea.",
  },
];

export const scheduled: readonly (Draft & { readonly inDays: number; readonly at: string })[] = [
  {
    slug: "varenye-iz-shishek",
    text: "Варенье из молодых шишек: варить в три приёма, прятать от гостей.",
    withPicture: true,
    inDays: 1,
    at: "09:30",
  },
  {
    slug: "first-flush-calendar",
    text: "When the spring leaf is picked, when it reaches a shop, and when it is past its best: our calendar of first flushes.",
    withPicture: true,
    inDays: 2,
    at: "18:00",
  },
  {
    slug: "gruzinskij-chaj-vozvrashchaetsya",
    text: "Четыре сада в Гурии, сорок килограммов за весну. Рассказываем, чей лист мы привезли.",
    inDays: 4,
    at: "12:15",
    campaign: "Осенние сорта",
  },
];

export const leftAsDraft: Draft = {
  slug: "podstakannik",
  text: "Подстаканник учит не торопиться. У нас на полке их сорок, и ни один не повторяется…",
};

/** Writes posts about the magazine's articles, with pictures that say what they show. */
export class Author {
  readonly #client: Client;
  readonly #site: SampleSite;

  constructor(client: Client, site: SampleSite) {
    this.#client = client;
    this.#site = site;
  }

  async write(draft: Draft, channelIds: readonly string[]): Promise<Post> {
    const article = getArticle(draft.slug);
    return this.#client.ask("createPost", {
      text: draft.text,
      languages: [article.language],
      linkUrl: this.#site.addressOf(draft.slug),
      mediaIds: draft.withPicture ? [await this.#upload(draft.slug)] : [],
      thread: [...(draft.thread ?? [])],
      variants: channelIds.map((channelId) => ({ channelId, text: null, options: {} })),
      ...(draft.campaign !== undefined && { campaign: draft.campaign }),
    });
  }

  async publish(draft: Draft, channelIds: readonly string[]): Promise<Post> {
    const post = await this.write(draft, channelIds);
    return this.#client.ask("publishPost", { id: post.id });
  }

  async schedule(draft: (typeof scheduled)[number], channelIds: readonly string[]): Promise<Post> {
    const post = await this.write(draft, channelIds);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const day = new Date(Date.now() + draft.inDays * 86_400_000).toLocaleDateString("sv");
    return this.#client.ask("schedulePost", {
      id: post.id,
      local: `${day}T${draft.at}`,
      timeZone,
      missedPolicy: { kind: "late", withinMinutes: 60 },
    });
  }

  async #upload(slug: string): Promise<string> {
    const { alt } = getPicture(slug);
    const picture = await this.#site.picture(slug);
    const media = await this.#client.ask("uploadMedia", {
      file: picture.toString("base64"),
      name: `${slug}.jpg`,
      alt,
    });
    return media.id;
  }
}

/** Everywhere, or only where the network is said to be reliable. */
export const everywhere = ({ bluesky, mastodon }: Channels): readonly string[] => [bluesky, mastodon];
