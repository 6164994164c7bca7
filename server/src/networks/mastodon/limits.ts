import type { Limit } from "../limits.ts";
import type { Account } from "../network.ts";

const docs = "https://docs.joinmastodon.org/entities/Instance/";
const live = "/api/v2/instance";
const checkedOn = "2026-11-24";
const base = { source: docs, checkedOn, confidence: "high", live } as const;

/** What a stock server takes. Each server may say otherwise: `liveLimits`. */
export const limits: readonly Limit[] = [
  {
    ...base,
    id: "post.text",
    at: "text",
    unit: "graphemes",
    max: 500,
    urlCounts: 23,
    mentionsWithoutDomain: true,
    alsoCounts: ["options.contentWarning"],
    source: "https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb",
  },
  { ...base, id: "post.pictures", at: "pictures", unit: "items", max: 4 },
  {
    ...base,
    id: "post.poll-pictures",
    at: "pictures",
    when: "options.poll",
    unit: "items",
    max: 0,
    source: "https://docs.joinmastodon.org/methods/statuses/#create",
  },
  {
    ...base,
    id: "picture.alt",
    at: "pictures.*.alt",
    unit: "code-points",
    max: 1500,
    source: "https://github.com/mastodon/mastodon/blob/main/app/models/media_attachment.rb",
  },
  { ...base, id: "picture.bytes", at: "pictures.*.byteLength", unit: "bytes", max: 16_777_216 },
  {
    ...base,
    id: "picture.type",
    at: "pictures.*.mimeType",
    unit: "items",
    oneOf: ["image/jpeg", "image/png", "image/gif", "image/heic", "image/heif", "image/webp", "image/avif"],
  },
  { ...base, id: "poll.choices", at: "options.poll.choices", unit: "items", min: 2, max: 4 },
  { ...base, id: "poll.choice", at: "options.poll.choices.*", unit: "graphemes", min: 1, max: 50 },
  {
    ...base,
    id: "poll.time",
    at: "options.poll.expiresInSeconds",
    unit: "seconds",
    min: 300,
    max: 2_629_746,
  },
];

/** The registry's limits with the numbers that this account's server stated. */
export function liveLimits(account: Account): readonly Limit[] {
  const stated = account.facts["limits"];
  if (typeof stated !== "object" || stated === null) return limits;
  return limits.map((limit): Limit => {
    const bounds: unknown = Reflect.get(stated, limit.id);
    if (typeof bounds !== "object" || bounds === null) return limit;
    return Object.assign({}, limit, bounds);
  });
}
