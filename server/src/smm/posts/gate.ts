import type { NetworkId } from "@samovar/audit";
import { z } from "zod";
import type { Context, Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say, type Said } from "#src/platform/say.ts";
import { networkOf, outsideOf, readChannels, type StoredChannel } from "#src/smm/channels/index.ts";
import type { LandingFault } from "./landing-faults.ts";
import { checkLandingPage } from "./landing-page.ts";
import { unsent } from "./stored-publication.ts";
import { getStoredPost } from "./stored-post.ts";

/** Somebody publishes in spite of what is wrong with the page, and says why. */
export const OverrideLandingPage = z
  .object({ reason: z.string().trim().min(1, "is empty").max(500, "is longer than 500 characters") })
  .describe("Publish although the page's card will be broken, and why; it is told in the ledger");

/** How a post came through the gate. */
export interface Passage {
  /** The page that was looked at; null for a post that leads to none. */
  readonly linkUrl: string | null;
  readonly overridden: { readonly reason: string; readonly rules: readonly string[] } | undefined;
}

interface Going {
  readonly linkUrl: string | null;
  readonly channels: readonly StoredChannel[];
}

/**
 * Looks at the page that the post leads to, for the networks where it is not out yet. Outside any transaction. Throws
 * `check_failed` where a card would be broken, unless that is overridden.
 */
export async function passGate(
  ctx: Context,
  postId: string,
  override: z.output<typeof OverrideLandingPage> | undefined,
): Promise<Passage> {
  const going = await ctx.transact(({ db }) => readGoing(db, postId));
  const errors = await errorsOf(ctx, going);
  if (errors.length === 0) return { linkUrl: going.linkUrl, overridden: undefined };
  if (!override) throw refusal(going, errors);
  const rules = [...new Set(errors.map(({ ruleId }) => ruleId))];
  return { linkUrl: going.linkUrl, overridden: { reason: override.reason, rules } };
}

/** The same for a post that is on its way already and gets another page or more channels: nobody overrides in passing. */
export async function refuseBrokenPage(ctx: Context, going: Going): Promise<void> {
  const errors = await errorsOf(ctx, going);
  if (errors.length > 0) throw refusal(going, errors);
}

/** Between the look and the plan somebody may have given the post another page. */
export function checkPassage({ linkUrl }: Passage, post: { readonly linkUrl: string | null }): void {
  if (post.linkUrl === linkUrl) return;
  throw new Problem("conflict", say`The post was given another page meanwhile`, { hint: say`Try again` });
}

async function readGoing(db: Inside["db"], postId: string): Promise<Going> {
  const post = await getStoredPost(db, postId);
  const known = await db
    .selectFrom("publication")
    .select(["channelId", "state"])
    .where("postId", "=", postId)
    .execute();
  const out = new Set(known.filter(({ state }) => !unsent.includes(state)).map(({ channelId }) => channelId));
  const ids = post.variants.map(({ channelId }) => channelId).filter((id) => !out.has(id));
  return { linkUrl: post.linkUrl, channels: [...(await readChannels(db, ids)).values()] };
}

async function errorsOf(ctx: Context, { linkUrl, channels }: Going): Promise<readonly LandingFault[]> {
  if (linkUrl === null) return [];
  const { faults } = await checkLandingPage(outsideOf(ctx), linkUrl, previewIdsOf(channels));
  return faults.filter(({ severity }) => severity === "error");
}

/** As the audit calls the channels' networks; those that it does not know are left out. */
export function previewIdsOf(channels: readonly StoredChannel[]): NetworkId[] {
  return [...new Set(channels.flatMap((channel) => networkOf(channel).previewId ?? []))].sort();
}

function refusal({ linkUrl, channels }: Going, errors: readonly LandingFault[]): Problem {
  const names = [
    ...new Set(channels.filter((each) => concerns(each, errors)).map((each) => networkOf(each).name)),
  ];
  const [first] = errors;
  return new Problem(
    "check_failed",
    say`The card of ${linkUrl} will be broken on ${names.join(", ")}: ${first?.ruleId}, ${first?.what}`,
    {
      hint: say`${first?.remedy} Or publish it all the same: overrideLandingPage with a reason`,
      fields: errors.map(({ ruleId, what, remedy }) => ({
        path: `linkUrl.${ruleId}`,
        message: sayFault(what, remedy),
      })),
    },
  );
}

const sayFault = (what: LandingFault["what"], remedy: LandingFault["remedy"]): Said => say`${what} ${remedy}`;

function concerns(channel: StoredChannel, errors: readonly LandingFault[]): boolean {
  const id = networkOf(channel).previewId;
  return id !== undefined && errors.some(({ networks }) => networks.includes(id));
}
