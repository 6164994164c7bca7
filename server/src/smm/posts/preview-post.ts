import type { NetworkId } from "@samovar/audit";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { readMedia, type StoredMedia } from "#src/ground/media/index.ts";
import { shortUrlOf } from "#src/ground/links/index.ts";
import {
  accountOf,
  networkOf,
  type Outside,
  outsideOf,
  readChannels,
  type StoredChannel,
} from "#src/smm/channels/index.ts";
import { checkMessages, countMessages, foresee } from "./check.ts";
import { composeMessages } from "./message.ts";
import { findPageCard, type PageCard } from "./page-card.ts";
import { previewIdsOf } from "./gate.ts";
import type { LandingFault } from "./landing-faults.ts";
import { checkLandingPage } from "./landing-page.ts";
import { LandingFinding, NewPost } from "./schema.ts";

const Preview = z.object({
  channelId: z.uuid(),
  text: z.string().describe("As it will go out; the tracked link's place is taken by one of the same length"),
  thread: z.array(z.string()),
  counters: z.array(
    z.object({ ruleId: z.string(), path: z.string(), unit: z.string(), used: z.number(), max: z.number() }),
  ),
  findings: z.array(
    z.object({
      ruleId: z.string(),
      kind: z.string(),
      severity: z.enum(["error", "warning"]),
      path: z.string(),
      unit: z.string(),
      value: z.union([z.number(), z.string()]),
      limit: z.union([z.number(), z.array(z.string())]),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
  card: z
    .object({ title: z.string(), description: z.string(), image: z.string().nullable(), url: z.string() })
    .nullable()
    .describe("The link card, where the page has one and there are no pictures"),
  landing: z
    .array(LandingFinding)
    .describe("What is wrong with the page that it leads to, for this network; an error stops the post"),
});

/** As long as a real one: slugs have eight characters. */
const placeholder = "--------";

export const previewPost = operation({
  id: "previewPost",
  summary: "Show how a post would go out on each channel, and what the networks would say against it",
  http: "POST /post-previews",
  access: "posts.write",
  changes: "nothing",
  transaction: "own",
  input: NewPost,
  output: z.object({ items: z.array(Preview) }),
  async run(ctx, post) {
    const { channels, media } = await ctx.transact(async ({ db }) => ({
      channels: await readChannels(
        db,
        post.variants.map(({ channelId }) => channelId),
      ),
      media: await readMedia(db, post.mediaIds),
    }));
    const { page, faults } = await lookAt(outsideOf(ctx), post, {
      needsCard: media.length === 0,
      networks: previewIdsOf([...channels.values()]),
    });
    const trackedUrl = post.linkUrl === null ? undefined : shortUrlOf(ctx.publicUrl, placeholder);
    const items = post.variants.flatMap((variant) => {
      const channel = channels.get(variant.channelId);
      return channel ? [previewOn(channel, { post, variant, media, page, faults, trackedUrl })] : [];
    });
    return { items };
  },
});

interface Wanted {
  readonly needsCard: boolean;
  readonly networks: readonly NetworkId[];
}

async function lookAt(
  outside: Outside,
  { linkUrl }: Pick<z.output<typeof NewPost>, "linkUrl">,
  { needsCard, networks }: Wanted,
): Promise<Pick<Shown, "page" | "faults">> {
  if (linkUrl === null) return { page: undefined, faults: [] };
  const [page, { faults }] = await Promise.all([
    needsCard ? findPageCard(outside, linkUrl) : undefined,
    checkLandingPage(outside, linkUrl, networks),
  ]);
  return { page, faults };
}

interface Shown {
  readonly post: z.output<typeof NewPost>;
  readonly variant: z.output<typeof NewPost>["variants"][number];
  readonly media: readonly StoredMedia[];
  readonly page: PageCard | undefined;
  readonly faults: readonly LandingFault[];
  readonly trackedUrl: string | undefined;
}

function previewOn(
  channel: StoredChannel,
  { post, variant, media, page, faults, trackedUrl }: Shown,
): z.output<typeof Preview> {
  const network = networkOf(channel);
  const account = accountOf(channel);
  const written = { ...post, text: variant.text ?? post.text, options: variant.options, media };
  const composed = composeMessages(network, written, trackedUrl);
  const sources = { account, media: new Map(media.map((each) => [each.id, each])) };
  const messages = composed.map((message) => foresee(message, network, sources));
  const [first, ...rest] = composed;
  return {
    channelId: channel.id,
    text: first?.text ?? "",
    thread: rest.map(({ text }) => text),
    counters: countMessages(network, account, messages),
    findings: checkMessages(network, account, messages).map(({ rule, limit, ...finding }) => ({
      ...finding,
      ruleId: rule,
      limit: typeof limit === "number" ? limit : [...limit],
    })),
    card: page
      ? { title: page.title, description: page.description, image: page.imageUrl, url: post.linkUrl ?? "" }
      : null,
    landing: faults
      .filter(({ networks }) => network.previewId !== undefined && networks.includes(network.previewId))
      .map(({ ruleId, severity, what, remedy, paste, repair }) => ({
        ruleId,
        severity,
        what,
        remedy,
        paste: paste ?? null,
        repair: repair ?? null,
      })),
  };
}
