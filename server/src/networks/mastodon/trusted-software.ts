/**
 * Software that is known to keep `Idempotency-Key`, by the name its NodeInfo tells. Everything else is treated as
 * if it ignored the header, as GoToSocial and snac2 do: they post twice (seen on the running servers).
 */
export const trustedSoftware: readonly { readonly name: string; readonly source: string }[] = [
  {
    // Kept in Redis for 3,600 s under the account's id. glitch-soc and Fedibird tell this name too.
    name: "mastodon",
    source: "https://github.com/mastodon/mastodon/blob/main/app/services/post_status_service.rb",
  },
  {
    name: "hometown",
    source: "https://github.com/hometown-fork/hometown/blob/hometown-dev/app/services/post_status_service.rb",
  },
];

/** Sent again within this time, a key answers the first status. Five minutes of the hour are kept as a margin. */
export const keyWindowMs = 55 * 60_000;

export const isTrustedSoftware = (name: unknown): boolean =>
  trustedSoftware.some((each) => each.name === name);
