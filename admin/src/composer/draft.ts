import type { Input, Media, Post } from "#src/api/operations.ts";

type Options = NonNullable<NonNullable<Input<"createPost">["variants"]>[number]["options"]>;

export interface VariantDraft {
  /** Null: the channel says what the post says. */
  readonly text: string | null;
  readonly options: Options;
}

/** A post as it is being written. */
export interface Draft {
  readonly text: string;
  readonly languages: readonly string[];
  readonly linkUrl: string;
  readonly pictures: readonly Media[];
  readonly thread: readonly string[];
  readonly channelIds: readonly string[];
  /** Kept for channels that are not chosen any more, so that choosing them again brings their words back. */
  readonly variants: Readonly<Record<string, VariantDraft>>;
}

const untouched: VariantDraft = { text: null, options: {} };

export const variantOf = (draft: Draft, channelId: string): VariantDraft =>
  draft.variants[channelId] ?? untouched;

export const textFor = (draft: Draft, channelId: string): string =>
  variantOf(draft, channelId).text ?? draft.text;

export function emptyDraft(language: string, start: Partial<Draft> = {}): Draft {
  return {
    text: "",
    languages: [language],
    linkUrl: "",
    pictures: [],
    thread: [],
    channelIds: [],
    variants: {},
    ...start,
  };
}

export function draftOf(post: Post): Draft {
  return {
    text: post.text,
    languages: post.languages,
    linkUrl: post.linkUrl ?? "",
    pictures: post.media,
    thread: post.thread,
    channelIds: post.variants.map(({ channelId }) => channelId),
    variants: Object.fromEntries(
      post.variants.map(({ channelId, text, options }) => [channelId, { text: text ?? null, options }]),
    ),
  };
}

/** What the server is asked to keep: only chosen channels, no empty segments. */
export function inputOf(draft: Draft): Input<"createPost"> {
  return {
    text: draft.text,
    languages: [...draft.languages],
    linkUrl: draft.linkUrl.trim() === "" ? null : draft.linkUrl.trim(),
    mediaIds: draft.pictures.map(({ id }) => id),
    thread: draft.thread.filter((segment) => segment.trim() !== ""),
    variants: draft.channelIds.map((channelId) => {
      const { text, options } = variantOf(draft, channelId);
      return { channelId, text, options: { ...options } };
    }),
  };
}

export const isSame = (one: Draft, other: Draft): boolean => spelt(one) === spelt(other);

const spelt = (draft: Draft) => JSON.stringify([inputOf(draft), draft.pictures.map(({ alt }) => alt)]);

export const isBlank = (draft: Draft): boolean =>
  draft.text.trim() === "" &&
  draft.pictures.length === 0 &&
  draft.linkUrl.trim() === "" &&
  draft.thread.every((segment) => segment.trim() === "");

export function toggleChannel(draft: Draft, channelId: string): Draft {
  const isChosen = draft.channelIds.includes(channelId);
  const channelIds = isChosen
    ? draft.channelIds.filter((id) => id !== channelId)
    : [...draft.channelIds, channelId];
  return { ...draft, channelIds };
}

export function changeVariant(draft: Draft, channelId: string, change: Partial<VariantDraft>): Draft {
  return {
    ...draft,
    variants: { ...draft.variants, [channelId]: { ...variantOf(draft, channelId), ...change } },
  };
}

/** Moves one element of a list to another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
