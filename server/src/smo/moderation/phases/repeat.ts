import { sql } from "kysely";
import type { Inquiry, Phase } from "../inquiry.ts";

const days = 7;
const proofMs = 20 * 60_000;
const fewestWords = 4;
const copiesToRefuse = 3;

/**
 * The same words again, on this page or on others: once may be a slip of the finger and waits, more is a program.
 * What a moderator has called spam is spam. A few words ("thank you very much") may be anybody's.
 */
export const repeat: Phase = {
  name: "repeat",
  async look(inquiry) {
    const { reading } = inquiry;
    if (reading.words.length < fewestWords && reading.hosts.length === 0) return undefined;
    const seen = await countCopies(inquiry);
    if (seen.wasSpam) return { decision: "reject", code: "known_spam" };
    if (seen.copies >= copiesToRefuse)
      return { decision: "reject", code: "spread", detail: `${seen.copies}` };
    return seen.copies > 0 ? { decision: "hold", code: "repeated", detail: `${seen.copies}` } : undefined;
  },
};

async function countCopies(inquiry: Inquiry) {
  const { db, submission, textHash, now } = inquiry;
  const since = new Date(now.getTime() - days * 86_400_000);
  const { copies, wasSpam } = await db
    .selectNoFrom((just) => [
      just
        .selectFrom((inner) =>
          inner
            .selectFrom("moderationDecision")
            .select("id")
            .where("siteId", "=", submission.siteId)
            .where("textHash", "=", textHash)
            .where("at", ">=", since)
            .$if(submission.commentId !== undefined, (query) =>
              query.where(sql<boolean>`comment_id is distinct from ${submission.commentId}::uuid`),
            )
            .$if(inquiry.hasWorked, (query) => query.where(isOfAnother(inquiry)))
            .limit(copiesToRefuse)
            .as("same"),
        )
        .select(({ fn }) => fn.countAll().as("copies"))
        .as("copies"),
      just
        .exists(
          just
            .selectFrom("moderationLesson")
            .select("id")
            .where("siteId", "=", submission.siteId)
            .where("scorer", "=", "spam")
            .where("textHash", "=", textHash)
            .where("isPositive", "=", true),
        )
        .as("wasSpam"),
    ])
    .executeTakeFirstOrThrow();
  return { copies: Number(copies), wasSpam: Boolean(wasSpam) };
}

/** Whoever was asked for a proof of work sends the same words again with it. */
const isOfAnother = ({ addressHash, now }: Inquiry) =>
  sql<boolean>`(address_hash is distinct from ${addressHash ?? null} or at < ${new Date(now.getTime() - proofMs)})`;
