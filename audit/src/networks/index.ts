import { bluesky } from "./bluesky.ts";
import { discord } from "./discord.ts";
import { facebook } from "./facebook.ts";
import { imessage } from "./imessage.ts";
import { linkedin } from "./linkedin.ts";
import { mastodon } from "./mastodon.ts";
import { misskey } from "./misskey.ts";
import type { NetworkId, PreviewNetwork } from "./network.ts";
import { ok } from "./ok.ts";
import { pinterest } from "./pinterest.ts";
import { reddit } from "./reddit.ts";
import { signal } from "./signal.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram.ts";
import { threads } from "./threads.ts";
import { viber } from "./viber.ts";
import { vk } from "./vk.ts";
import { whatsapp } from "./whatsapp.ts";
import { x } from "./x.ts";

const byId: Readonly<Record<NetworkId, PreviewNetwork>> = {
  facebook,
  x,
  linkedin,
  vk,
  ok,
  telegram,
  whatsapp,
  viber,
  pinterest,
  slack,
  discord,
  mastodon,
  bluesky,
  reddit,
  threads,
  imessage,
  signal,
  misskey,
};

/** Every reader of pages that we know, in the order in which they are shown. */
export const previewNetworks: readonly PreviewNetwork[] = Object.values(byId);

export const previewNetwork = (id: NetworkId): PreviewNetwork => byId[id];
