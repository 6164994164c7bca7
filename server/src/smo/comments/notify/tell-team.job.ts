import { z } from "zod";
import { sendMail, writeLetter } from "#src/ground/mail/index.ts";
import { type Db, wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { noticeWords } from "./notice-words.ts";

const hourMs = 3_600_000;
const shown = 10;

/** Tells those of the team who want it that comments have come to wait since the last letter. */
export const tellTeam = job({
  id: "comments.tellTeam",
  payload: z.object({}),
  schedule: "7 * * * *",
  async run({ transact, now, publicUrl }) {
    const at = now();
    const due = await transact(wholeHouse, ({ db }) => findDue(db, at));
    for (const recipient of due) {
      await transact(recipient.workspaceId, async ({ db, enqueue }) => {
        const waiting = await findWaiting(db, recipient);
        if (waiting.length === 0) return;
        const { language, siteName, siteId, workspaceId, address } = recipient;
        const words = noticeWords(language === "ru" ? "ru" : "en");
        const subject = words.held(waiting.length, siteName);
        const letter = writeLetter({
          language: language === "ru" ? "ru" : "en",
          subject,
          heading: subject,
          paragraphs: [words.heldText],
          quotes: waiting.slice(0, shown).map(({ name, body }) => ({ from: name, text: body.slice(0, 300) })),
          button: { label: words.decide, url: `${publicUrl}/admin/comments` },
          footer: [words.team],
        });
        await sendMail(
          { db, enqueue },
          {
            ...letter,
            workspaceId,
            to: address,
            kind: "comments.team",
            language: language === "ru" ? "ru" : "en",
          },
        );
        await db
          .updateTable("commentTeamNotice")
          .set({ toldAt: at })
          .where("siteId", "=", siteId)
          .where("address", "=", address)
          .execute();
      });
    }
  },
});

/** The slack lets an hourly letter come each hour, though the job is a moment early. */
const slackMs = 5 * 60_000;

async function findDue(db: Db, now: Date) {
  const rows = await db
    .selectFrom("commentTeamNotice as notice")
    .innerJoin("site", "site.id", "notice.siteId")
    .select(["notice.siteId", "notice.workspaceId", "notice.address", "notice.language", "notice.every"])
    .select(["notice.toldAt", "site.name as siteName"])
    .execute();
  const isDue = ({ every, toldAt }: (typeof rows)[number]) =>
    now.getTime() - toldAt.getTime() >= (every === "day" ? 24 : 1) * hourMs - slackMs;
  return rows.filter(isDue);
}

const findWaiting = (db: Db, { siteId, toldAt }: { readonly siteId: string; readonly toldAt: Date }) =>
  db
    .selectFrom("comment")
    .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
    .select(["comment.body", "author.name"])
    .where("comment.siteId", "=", siteId)
    .where("comment.state", "=", "held")
    .where("comment.stateChangedAt", ">", toldAt)
    .orderBy("comment.id", "desc")
    .limit(200)
    .execute();
