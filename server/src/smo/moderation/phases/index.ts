import type { Phase } from "../inquiry.ts";
import { akismet } from "./akismet.ts";
import { bans } from "./bans.ts";
import { firstComment } from "./first-comment.ts";
import { honeypot } from "./honeypot.ts";
import { links } from "./links.ts";
import { lists } from "./lists.ts";
import { rate } from "./rate.ts";
import { repeat } from "./repeat.ts";
import { spam } from "./spam.ts";
import { timeTrap } from "./time-trap.ts";
import { toxicity } from "./toxicity.ts";
import { trust } from "./trust.ts";
import { work } from "./work.ts";

/** In the order in which they are asked: what costs nothing and refuses most comes first. */
export const phases: readonly Phase[] = [
  honeypot,
  bans,
  work,
  rate,
  timeTrap,
  lists,
  repeat,
  links,
  trust,
  firstComment,
  spam,
  toxicity,
  akismet,
];
