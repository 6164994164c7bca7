import { type Score, scoreSite } from "@samovar/audit";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";

const Scores = z.record(z.string(), z.number());

export interface End {
  readonly as: "done" | "stopped" | "failed";
  readonly at: Date;
  readonly by?: string;
  readonly failure?: string;
}

/** What the run found of the site as a whole. Its list of pages has done its work. Does nothing to one that has ended. */
export async function endRun(db: Db, runId: string, end: End): Promise<void> {
  const pages = await db
    .selectFrom("auditRunPage")
    .select(["score", "networkScores", "groupScores", "errors", "warnings"])
    .where("runId", "=", runId)
    .where("auditedAt", "is not", null)
    .execute();
  const scores = pages.map(({ score, networkScores, groupScores }): Score => ({
    page: score ?? undefined,
    networks: Scores.parse(networkScores ?? {}),
    groups: Scores.parse(groupScores ?? {}),
  }));
  const site = scoreSite(scores);
  const ended = await db
    .updateTable("auditRun")
    .set({
      endedAt: end.at,
      endedAs: end.as,
      endedBy: end.by ?? null,
      failure: end.failure ?? null,
      heldUntil: null,
      score: site.page === undefined ? null : Math.round(site.page),
      networkScores: JSON.stringify(site.networks),
      groupScores: JSON.stringify(site.groups),
      errors: sum(pages.map(({ errors }) => errors)),
      warnings: sum(pages.map(({ warnings }) => warnings)),
    })
    .where("id", "=", runId)
    .where("endedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (ended) await db.deleteFrom("auditRunPage").where("runId", "=", runId).execute();
}

const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((all, one) => all + (one ?? 0), 0);
