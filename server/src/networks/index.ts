/** The networks that Samovar speaks to. Nothing outside this folder knows one by name. */
import { bluesky } from "./bluesky/bluesky.ts";
import { mastodon } from "./mastodon/mastodon.ts";
import type { Network } from "./network.ts";

export const networks: readonly Network[] = [bluesky, mastodon];

/** The network of that id, if there is one. */
export const findNetwork = (id: string): Network | undefined => networks.find((network) => network.id === id);

export { checkMessage, measureMessage, type Finding, type FindingKind } from "./check-message.ts";
export { NetworkFailure, type FailureKind } from "./failure.ts";
export type { Limit, Unit } from "./limits.ts";
export { isTextUnit, measureText } from "./measure-text.ts";
export { oauthReturnUrl } from "./oauth-return.ts";
export type * from "./network.ts";
