import type { Limit } from "../limits.ts";

const lexicons = "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky";
const base = { checkedOn: "2026-11-24", confidence: "high" } as const;

/** The record's schema is the limit: the same on every server. */
export const limits: readonly Limit[] = [
  { ...base, id: "post.text", at: "text", unit: "graphemes", max: 300, source: `${lexicons}/feed/post.json` },
  {
    ...base,
    id: "post.bytes",
    at: "text",
    unit: "utf8-bytes",
    max: 3000,
    source: `${lexicons}/feed/post.json`,
  },
  {
    ...base,
    id: "post.languages",
    at: "languages",
    unit: "items",
    max: 3,
    source: `${lexicons}/feed/post.json`,
  },
  {
    ...base,
    id: "post.pictures",
    at: "pictures",
    unit: "items",
    max: 4,
    source: `${lexicons}/embed/images.json`,
  },
  {
    ...base,
    // The schema names no limit; the app's own composer stops here.
    id: "picture.alt",
    at: "pictures.*.alt",
    unit: "graphemes",
    max: 2000,
    source: "https://github.com/bluesky-social/social-app/blob/main/src/lib/constants.ts",
    confidence: "low",
  },
  {
    ...base,
    id: "picture.type",
    at: "pictures.*.mimeType",
    unit: "items",
    oneOf: ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"],
    source: `${lexicons}/embed/images.json`,
  },
];

/** Larger pictures are made smaller on the way: https://github.com/bluesky-social/atproto lexicons, `maxSize`. */
export const maxPictureBytes = 2_000_000;
export const maxThumbBytes = 1_000_000;
