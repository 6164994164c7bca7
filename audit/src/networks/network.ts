import type { Card, Reading } from "../preview/card.ts";

/** The sixteen networks whose cards we draw, and three readers whose code is public, so that ours can be compared. */
export const networkIds = [
  "facebook",
  "x",
  "linkedin",
  "vk",
  "ok",
  "telegram",
  "whatsapp",
  "viber",
  "pinterest",
  "slack",
  "discord",
  "mastodon",
  "bluesky",
  "reddit",
  "threads",
  "imessage",
  "signal",
  "misskey",
] as const;
export type NetworkId = (typeof networkIds)[number];

/** How well a statement about a network is founded (docs/reference/audit-rules.md). C never makes an error. */
export type Grade = "A" | "A†" | "B" | "C";

/** A figure or a fact with its ground. */
export interface Known<Value> {
  readonly value: Value;
  readonly grade: Grade;
  readonly source: string;
}

/** How a network's robot reads the web. */
export interface Robot {
  readonly userAgent: string;
  /** The name that it answers to in robots.txt; undefined where it does not look. */
  readonly robotsToken: string | undefined;
  readonly obeysRobots: Known<boolean>;
  /** Bytes of the decompressed page that it reads. */
  readonly windowBytes: Known<number>;
  /** The `Range` header that it sends, if it does. */
  readonly range: string | undefined;
  readonly timeoutMs: Known<number>;
  readonly maxRedirects: Known<number>;
  /** Only https on the whole way. */
  readonly httpsOnly: boolean;
  readonly acceptEncoding: string;
}

/** The unit in which a network cuts text. */
export type TextUnit = "utf-16" | "code-points" | "graphemes" | "utf-8-bytes" | "lines";

export interface TextLimit {
  readonly unit: TextUnit;
  readonly max: number;
  /** What stays when it is cut, and what is put after it. */
  readonly keeps: number;
  readonly ellipsis: string;
}

export interface ImageLimits {
  readonly maxBytes: Known<number> | undefined;
  /** MIME types that show. */
  readonly types: readonly string[];
  /** Below this it does not show at all, pixels. */
  readonly min: Known<{ readonly width: number; readonly height: number }> | undefined;
  /** From this on it shows large. */
  readonly minLarge: Known<{ readonly width: number; readonly height: number }> | undefined;
  /** Width / height that the large picture is cropped to; undefined where it is shown whole. */
  readonly aspect: number | undefined;
}

/** One reader of pages. Pure data and pure functions: it never fetches by itself. */
export interface PreviewNetwork {
  readonly id: NetworkId;
  readonly name: string;
  /** False for the readers that we only compare with. */
  readonly isDrawn: boolean;
  readonly robot: Robot;
  readonly title: TextLimit | undefined;
  readonly description: TextLimit | undefined;
  readonly image: ImageLimits;
  /** What it would make of a page: see preview/card.ts. */
  readonly predict: (reading: Reading) => Card;
}
