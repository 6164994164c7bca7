import { z } from "zod";
import { type NewMail, sendMail, writeLetter } from "#src/ground/mail/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { languageOfTalk } from "./notice-language.ts";
import { mintNoticeToken } from "./notice-token.ts";
import { noticeWords } from "./notice-words.ts";
import { isStopped } from "./stops.ts";

const atOnce = 20;
const maxQuote = 600;

/** One letter to one person with all that he is to be told of, as long as readers see it and he wants to hear. */
export const sendNotices = job({
  id: "comments.sendNotices",
  payload: z.object({ workspaceId: z.uuid(), authorId: z.uuid() }),
  async run({ transact, now, vault, publicUrl }, { workspaceId, authorId }) {
    await transact(workspaceId, async ({ db, enqueue }) => {
      const notices = await findNotices(db, authorId);
      const told: Notice[] = [];
      for (const notice of notices) {
        if (notice.state === "published" && !(await isStopped(db, vault, { ...notice, workspaceId })))
          told.push(notice);
      }
      if (notices.length > 0) {
        await db
          .updateTable("commentNotice")
          .set({ endedAt: now() })
          .where("authorId", "=", authorId)
          .where("endedAt", "is", null)
          .execute();
      }
      const mail = letterOf(told, { vault, publicUrl, workspaceId });
      if (mail) await sendMail({ db, enqueue }, mail);
    });
  },
});

const findNotices = (db: Db, authorId: string) =>
  db
    .selectFrom("commentNotice as notice")
    .innerJoin("comment", "comment.id", "notice.commentId")
    .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
    .innerJoin("site", "site.id", "comment.siteId")
    .innerJoin("commentAuthor as writer", "writer.id", "comment.authorId")
    .innerJoin("commentAuthor as reader", "reader.id", "notice.authorId")
    .select(["notice.id", "notice.authorId", "notice.reason", "comment.id as commentId", "comment.body"])
    .select(["comment.state", "comment.threadId", "comment.siteId", "thread.title", "thread.path"])
    .select(["site.name as siteName", "site.origin", "writer.name as writer", "reader.email"])
    .where("notice.authorId", "=", authorId)
    .where("notice.endedAt", "is", null)
    .where("reader.erasedAt", "is", null)
    .where("reader.emailVerifiedAt", "is not", null)
    .orderBy("notice.id")
    .limit(atOnce)
    .forUpdate("notice")
    .execute();

type Notice = Awaited<ReturnType<typeof findNotices>>[number];

interface Parts {
  readonly vault: Pick<Vault, "fingerprint">;
  readonly publicUrl: string;
  readonly workspaceId: string;
}

function letterOf(notices: readonly Notice[], { vault, publicUrl, workspaceId }: Parts): NewMail | undefined {
  const [first] = notices;
  if (!first || first.email === null) return undefined;
  const language = languageOfTalk(`${first.body}${first.title ?? ""}`);
  const words = noticeWords(language);
  const { siteName, writer } = first;
  const subject =
    notices.length === 1
      ? reasonWords(words, first.reason)(writer, siteName)
      : words.many(notices.length, siteName);
  const manage = `${publicUrl}/talk-letter/${mintNoticeToken(vault, first)}`;
  const titles = new Set(notices.map(({ title, path }) => title ?? path));
  const letter = writeLetter({
    language,
    subject,
    heading: subject,
    paragraphs: [...titles].slice(0, 5).map((title) => words.on(title)),
    quotes: notices.map((notice) => ({
      from: notice.writer,
      text: shorten(notice.body),
      url: urlOf(notice),
    })),
    button: { label: words.open, url: urlOf(first) },
    footer: [words.why(siteName), { label: words.manage, url: manage }],
  });
  return {
    ...letter,
    workspaceId,
    to: first.email,
    kind: `comments.${notices.length === 1 ? first.reason : "digest"}`,
    language,
    fromName: siteName,
    unsubscribe: { url: manage },
    key: `comments.notice:${first.id}`,
  };
}

function reasonWords(words: ReturnType<typeof noticeWords>, reason: string) {
  if (reason === "reply") return words.reply;
  return reason === "mention" ? words.mention : words.watch;
}

const urlOf = ({ origin, path, commentId }: Notice): string =>
  `${new URL(path, origin).href}#talk-${commentId}`;

const shorten = (text: string): string =>
  text.length > maxQuote ? `${text.slice(0, maxQuote).toWellFormed()}…` : text;
