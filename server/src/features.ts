import { accounts, type Identity } from "#src/ground/accounts/index.ts";
import { events } from "#src/ground/events/index.ts";
import { goals } from "#src/ground/goals/index.ts";
import { links } from "#src/ground/links/index.ts";
import { mail, type PostOffice } from "#src/ground/mail/index.ts";
import { media } from "#src/ground/media/index.ts";
import { sites } from "#src/ground/sites/index.ts";
import { headlines } from "#src/loop/headlines/index.ts";
import { reports } from "#src/loop/reports/index.ts";
import type { Feature } from "#src/platform/operation/feature.ts";
import { channels } from "#src/smm/channels/index.ts";
import { conversations } from "#src/smm/conversations/index.ts";
import { posts } from "#src/smm/posts/index.ts";
import { answers } from "#src/smo/answers/index.ts";
import { audit } from "#src/smo/audit/index.ts";
import { cards, createCardPrinter } from "#src/smo/cards/index.ts";
import { commentNotices, comments, commentQueue, commentTransfer } from "#src/smo/comments/index.ts";
import { lists } from "#src/smo/lists/index.ts";
import { moderation } from "#src/smo/moderation/index.ts";
import { repair } from "#src/smo/repair/index.ts";
import { welcome } from "#src/smo/welcome/index.ts";
import { subscriptions } from "#src/smo/subscriptions/index.ts";

/** All that Samovar can do, in the order of the house: the ground, off the site, on the site, the loop. */
export const features = (identity: Identity, office: PostOffice): readonly Feature[] => [
  accounts(identity),
  events,
  sites,
  goals,
  links,
  media,
  mail(office),
  channels,
  posts,
  conversations,
  audit,
  cards(createCardPrinter()),
  repair,
  moderation,
  commentQueue,
  commentTransfer,
  comments,
  commentNotices,
  lists,
  answers,
  welcome,
  subscriptions,
  headlines(),
  reports,
];
