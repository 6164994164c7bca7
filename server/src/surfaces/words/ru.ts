import type { Words } from "#src/platform/say.ts";
import { answers } from "./ru/answers.ts";
import { comments } from "./ru/comments.ts";
import { events } from "./ru/events.ts";
import { headlines } from "./ru/headlines.ts";
import { house } from "./ru/house.ts";
import { lists } from "./ru/lists.ts";
import { mail } from "./ru/mail.ts";
import { moderation } from "./ru/moderation.ts";
import { reports } from "./ru/reports.ts";
import { subscriptions } from "./ru/subscriptions.ts";
import { welcome } from "./ru/welcome.ts";

/**
 * What the server says to its callers, in Russian, a file for each room. `words.test.ts` holds it to be whole, and to
 * hold nothing else.
 */
export const russian: Words = {
  ...house,
  ...mail,
  ...comments,
  ...moderation,
  ...lists,
  ...answers,
  ...subscriptions,
  ...welcome,
  ...events,
  ...reports,
  ...headlines,
};
