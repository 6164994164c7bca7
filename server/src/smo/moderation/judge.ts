import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { findEntries } from "./find-entries.ts";
import type { Finding, Inquiry, Phase } from "./inquiry.ts";
import { phases } from "./phases/index.ts";
import { readRules } from "./read-rules.ts";
import type { Decision, Reason } from "./schema.ts";
import { readText } from "./scorer/index.ts";
import { hashAddress, hashWords, openSecret } from "./secret.ts";
import type { Submission, Verdict } from "./submission.ts";

/**
 * Leads a submission through the phases of its site and keeps what was decided and why. Runs in the caller's
 * transaction and calls nothing outside. The text of a name is judged with what was written: that is where a link
 * hides.
 */
export async function judge(db: Db, submission: Submission): Promise<Verdict> {
  const inquiry = await open(db, submission);
  const found = await lead(inquiry, phases);
  const verdict = sumUp(inquiry, found);
  if (!isOneOfMany(found)) await keep(inquiry, verdict);
  return verdict;
}

async function open(db: Db, submission: Submission): Promise<Inquiry> {
  const rules = await readRules(db, submission.siteId);
  const secret = await openSecret(db, submission);
  const reading = readText(submission.name ? `${submission.name}\n${submission.text}` : submission.text);
  const addressHash = submission.address && hashAddress(secret, submission.address);
  const own = readText(submission.text);
  return {
    db,
    submission,
    rules,
    secret,
    reading,
    now: submission.at ?? new Date(),
    addressHash,
    textHash: hashWords(own.words),
    entries: await findEntries(db, { submission, reading, addressHash }),
    hasWorked: false,
    spamScore: 0,
    toxicityScore: 0,
  };
}

interface Found extends Finding {
  readonly phase: string;
}

/** Asks one phase after the other until one allows or refuses. */
async function lead(inquiry: Inquiry, asked: readonly Phase[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const phase of asked) {
    const finding = await phase.look(inquiry);
    if (!finding) continue;
    found.push({ ...finding, phase: phase.name });
    if (finding.decision !== "hold") break;
  }
  return found;
}

function sumUp(inquiry: Inquiry, found: readonly Found[]): Verdict {
  const decision = decide(found);
  return {
    decision,
    reasons: found.map(reasonOf),
    spamScore: inquiry.spamScore,
    toxicityScore: inquiry.toxicityScore,
    needsProofOfWork:
      decision === "hold" && inquiry.rules.proofOfWork && found.some(({ isDoubt }) => isDoubt),
    isShadowed: found.some(({ isShadow }) => isShadow),
  };
}

/** What the lists let pass, or trust does, passes; whatever was only doubted before. */
function decide(found: readonly Found[]): Decision {
  const last = found.at(-1)?.decision ?? "allow";
  if (last !== "hold") return last;
  return "hold";
}

const reasonOf = ({ phase, decision, code, score, detail }: Found): Reason => ({
  phase,
  decision,
  code,
  ...(score !== undefined && { score: Math.round(score * 1000) / 1000 }),
  ...(detail !== undefined && { detail }),
});

/** In a flood each one is counted, and not kept one by one: the count says it. */
const isOneOfMany = (found: readonly Found[]) =>
  found.some(({ phase, decision }) => phase === "rate" && decision === "reject");

async function keep(inquiry: Inquiry, verdict: Verdict): Promise<void> {
  const { db, submission, now, addressHash, textHash } = inquiry;
  await db
    .insertInto("moderationDecision")
    .values({
      id: uuidv7(),
      workspaceId: submission.workspaceId,
      siteId: submission.siteId,
      commentId: submission.commentId ?? null,
      at: now,
      source: submission.source,
      decision: verdict.decision,
      reasons: JSON.stringify(verdict.reasons),
      spamScore: verdict.spamScore,
      toxicityScore: verdict.toxicityScore,
      addressHash: addressHash ?? null,
      authorId: submission.author.id ?? null,
      email: submission.email?.toLowerCase() ?? null,
      textHash,
      pagePath: (URL.parse(submission.pageUrl)?.pathname ?? submission.pageUrl).slice(0, 2000),
    })
    .execute();
}
