import { compareCard } from "@samovar/audit";
import { z } from "zod";
import { type Db, wholeHouse } from "#src/platform/database/database.ts";
import { job, type Job } from "#src/platform/jobs/job.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { Problem } from "#src/platform/problem.ts";
import type { Published, ShownCard } from "#src/networks/network.ts";
import { callChannel, failureOf, openChannel, type Outside, outsideOfJob } from "#src/smm/channels/index.ts";
import { cardOf } from "./landing-page.ts";
import { predictCard } from "./predict-card.ts";
import { publicationPublished } from "./signals.ts";

const Payload = z.object({ workspaceId: z.uuid(), publicationId: z.uuid() });
type Payload = z.output<typeof Payload>;

/** Foresees the card of a publication that is out. */
export const predictPublicationCard: Job<Payload> = job({
  id: "posts.predictCard",
  payload: Payload,
  maxAttempts: 3,
  run: (ctx, { workspaceId, publicationId }) => predictCard(outsideOfJob(ctx, workspaceId), publicationId),
});

export const hearPublished = listen(publicationPublished, ({ enqueue }, { workspaceId, publicationId }) =>
  enqueue(predictPublicationCard, { workspaceId, publicationId }),
);

/** Finds the publications whose card is to be read. */
export const readCards = job({
  id: "posts.readCards",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const due = await db
        .selectFrom("publicationCard")
        .select(["workspaceId", "publicationId"])
        .where("nextReadingAt", "<=", now())
        .orderBy("nextReadingAt")
        .limit(500)
        .execute();
      for (const one of due) await enqueue(readPublicationCard, one, { jobKey: `card:${one.publicationId}` });
    });
  },
});

export const readPublicationCard: Job<Payload> = job({
  id: "posts.readCard",
  payload: Payload,
  maxAttempts: 1,
  run: (ctx, { workspaceId, publicationId }) => readCard(outsideOfJob(ctx, workspaceId), publicationId),
});

/** Two minutes after the post, then after these: what has no card by then gets none. */
const pausesMs = [5, 15, 60, 360].map((minutes) => minutes * 60_000);

async function readCard(outside: Outside, publicationId: string): Promise<void> {
  const row = await outside.transact(({ db }) => findDue(db, publicationId));
  if (!row || row.externalId === null) return outside.transact(({ db }) => giveUp(db, publicationId));
  const published: Published = {
    id: row.externalId,
    url: row.url ?? "",
    extra: z.json().parse(row.extra),
  };
  try {
    const open = await openChannel(outside, row.channelId);
    const shown = await callChannel(outside, open, async () => open.network.card?.(open.session, published));
    await outside.transact(({ db }) => keepShown(db, outside.now(), { ...row, publicationId, shown }));
  } catch (error) {
    if (!(error instanceof Problem) && failureOf(error).rule === "samovar.bug") throw error;
    outside.log.info({ publicationId, error }, "The card of a publication could not be read");
    await outside.transact(({ db }) =>
      comeBack(db, outside.now(), { publicationId, readings: row.readings }),
    );
  }
}

function findDue(db: Db, publicationId: string) {
  return db
    .selectFrom("publicationCard as card")
    .innerJoin("publication", "publication.id", "card.publicationId")
    .innerJoin("publicationPart as part", "part.publicationId", "publication.id")
    .select(["card.predicted", "card.readings", "publication.channelId"])
    .select(["part.externalId", "part.url", "part.extra"])
    .where("card.publicationId", "=", publicationId)
    .where("card.nextReadingAt", "is not", null)
    .where("publication.state", "in", ["publishing", "published", "partial"])
    .where("part.position", "=", 0)
    .executeTakeFirst();
}

/** It was withdrawn, or was marked by hand and is known by no id. */
async function giveUp(db: Db, publicationId: string): Promise<void> {
  await db
    .updateTable("publicationCard")
    .set({ nextReadingAt: null })
    .where("publicationId", "=", publicationId)
    .execute();
}

interface Seen {
  readonly publicationId: string;
  readonly readings: number;
  readonly predicted: unknown;
  readonly shown: ShownCard | undefined;
}

/** What is shown is compared at once; that nothing is shown counts only when nothing more is awaited. */
async function keepShown(db: Db, now: Date, seen: Seen): Promise<void> {
  const { publicationId, readings, predicted, shown } = seen;
  const pauseMs = pausesMs[readings];
  if (!shown && pauseMs !== undefined) return comeBack(db, now, seen);
  const differences = compareCard(cardOf(predicted), shown);
  await db
    .updateTable("publicationCard")
    .set({
      shown: shown ? JSON.stringify(shown) : null,
      readAt: now,
      readings: readings + 1,
      nextReadingAt: null,
      differences: JSON.stringify(differences),
    })
    .where("publicationId", "=", publicationId)
    .execute();
}

async function comeBack(
  db: Db,
  now: Date,
  { publicationId, readings }: Pick<Seen, "publicationId" | "readings">,
): Promise<void> {
  const pauseMs = pausesMs[readings];
  const nextReadingAt = pauseMs === undefined ? null : new Date(now.getTime() + pauseMs);
  await db
    .updateTable("publicationCard")
    .set({ readings: readings + 1, nextReadingAt })
    .where("publicationId", "=", publicationId)
    .execute();
}
