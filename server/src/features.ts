import { accounts, type Identity } from "#src/ground/accounts/index.ts";
import { links } from "#src/ground/links/index.ts";
import { media } from "#src/ground/media/index.ts";
import { sites } from "#src/ground/sites/index.ts";
import type { Feature } from "#src/platform/operation/feature.ts";
import { channels } from "#src/smm/channels/index.ts";

/** All that Samovar can do, in the order of the house: the ground, off the site, on the site, the loop. */
export const features = (identity: Identity): readonly Feature[] => [
  accounts(identity),
  sites,
  links,
  media,
  channels,
];
