import {
  checkMessage,
  type CheckedMessage,
  type Finding,
  measureMessage,
} from "#src/networks/check-message.ts";
import type { Account, Network } from "#src/networks/network.ts";
import type { PictureBounds, StoredMedia } from "#src/ground/media/index.ts";
import { boundsOf, type StoredMessage } from "./message.ts";

export interface Counter {
  readonly ruleId: string;
  readonly path: string;
  readonly unit: string;
  readonly used: number;
  readonly max: number;
}

/** Everything that a network says against the messages. A later segment's paths begin with `thread.N`. */
export function checkMessages(
  network: Network,
  account: Account,
  messages: readonly CheckedMessage[],
): Finding[] {
  const found = messages.flatMap((message, index) =>
    checkMessage(network, account, message).map((finding) => ({
      ...finding,
      path: pathOf(index, finding.path),
    })),
  );
  return messages.length > 1 && !network.canThread
    ? [...found, cannotThread(network, messages.length - 1)]
    : found;
}

/** How much of each limit is used up. */
export function countMessages(
  network: Network,
  account: Account,
  messages: readonly CheckedMessage[],
): Counter[] {
  const limits = network.liveLimits?.(account) ?? network.limits;
  return messages.flatMap((message, index) =>
    limits.flatMap((limit) => {
      const { max, id, unit } = limit;
      if (max === undefined) return [];
      return measureMessage(limit, message).flatMap(({ path, value }) =>
        typeof value === "number"
          ? [{ ruleId: `${network.id}.${id}`, path: pathOf(index, path), unit, used: value, max }]
          : [],
      );
    }),
  );
}

const pathOf = (index: number, path: string) => (index === 0 ? path : `thread.${index - 1}.${path}`);

/** A stored message as it will be once its pictures are made to fit, without making them. */
export function foresee(
  message: StoredMessage,
  network: Network,
  sources: { readonly account: Account; readonly media: ReadonlyMap<string, StoredMedia> },
): CheckedMessage {
  const bounds = boundsOf(network.liveLimits?.(sources.account) ?? network.limits);
  const { text, languages, options, card } = message;
  return {
    text,
    languages,
    options,
    pictures: message.pictures.flatMap(({ mediaId, alt }) => {
      const media = sources.media.get(mediaId);
      return media ? [{ ...fitted(media, bounds), alt }] : [];
    }),
    ...(card && { card: { url: card.url, title: card.title, description: card.description } }),
  };
}

function fitted({ byteLength, mimeType, width, height }: StoredMedia, bounds: PictureBounds) {
  return {
    byteLength: Math.min(byteLength, bounds.maxBytes ?? byteLength),
    mimeType: bounds.mimeTypes?.includes(mimeType) === false ? (bounds.mimeTypes[0] ?? mimeType) : mimeType,
    width: Math.min(width, bounds.maxWidth ?? width),
    height: Math.min(height, bounds.maxHeight ?? height),
  };
}

const cannotThread = (network: Network, value: number): Finding => ({
  rule: `${network.id}.post.thread`,
  kind: "too-many",
  severity: "error",
  path: "thread",
  unit: "items",
  value,
  limit: 0,
  message: `${network.name} has no threads`,
  remedy: "Put all of it into the post, or leave the channel out",
});
