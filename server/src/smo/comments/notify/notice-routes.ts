import type { Context, Hono, MiddlewareHandler } from "hono";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { buttonForm, letterPage, linkTo, paragraph } from "#src/smo/subscriptions/index.ts";
import { type LetterLanguage, languageOfTalk } from "./notice-language.ts";
import { readNoticeToken } from "./notice-token.ts";
import { noticeWords } from "./notice-words.ts";
import { stop, type StopScope, takeBackStops } from "./stops.ts";

export interface NoticeParts {
  readonly house: Pick<House, "database" | "inside" | "vault" | "now" | "publicUrl">;
  readonly guards: readonly MiddlewareHandler[];
}

/**
 * Where letters about talks lead whoever wants no more of them: `GET /talk-letter/:token` shows, `POST` with `scope`
 * ends those of the talk, of the site, or all; a bare one-click `POST` (RFC 8058) ends those of the site. `POST …/watch`
 * follows the talk.
 */
export function noticeRoutes(parts: NoticeParts): (app: Hono) => void {
  return (app) => {
    app.use("/talk-letter/*", ...parts.guards);
    app.get("/talk-letter/:token", (c) => withReader(parts, c, (reader) => showChoice(c, reader)));
    app.post("/talk-letter/:token", (c) => withReader(parts, c, (reader) => stopNow(parts, c, reader)));
    app.post("/talk-letter/:token/watch", (c) =>
      withReader(parts, c, (reader) => watchNow(parts, c, reader)),
    );
  };
}

interface Reader {
  readonly inside: Inside;
  readonly authorId: string;
  readonly threadId: string;
  readonly siteId: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly title: string;
  readonly siteName: string;
  readonly url: string;
  readonly language: LetterLanguage;
}

async function withReader(
  { house }: NoticeParts,
  c: Context,
  work: (reader: Reader) => Promise<Response> | Response,
): Promise<Response> {
  const place = readNoticeToken(house.vault, c.req.param("token") ?? "");
  const found =
    place &&
    (await house.database.transact(wholeHouse, (db) =>
      db
        .selectFrom("commentAuthor as author")
        .innerJoin("commentThread as thread", "thread.siteId", "author.siteId")
        .innerJoin("site", "site.id", "author.siteId")
        .select(["author.email", "author.siteId", "author.workspaceId", "thread.title", "thread.path"])
        .select(["site.name as siteName", "site.origin"])
        .where("author.id", "=", place.authorId)
        .where("thread.id", "=", place.threadId)
        .where("author.erasedAt", "is", null)
        .executeTakeFirst(),
    ));
  if (!place || !found || found.email === null) return unknownLink(c);
  const { email, title, path, origin, ...rest } = found;
  const reader = {
    ...rest,
    ...place,
    email,
    title: title ?? path,
    url: new URL(path, origin).href,
    language: languageOfTalk(title ?? found.siteName),
  };
  return house.database.transact(found.workspaceId, async (db) =>
    work({ ...reader, inside: house.inside(db) }),
  );
}

function unknownLink(c: Context): Response {
  const isRussian = /^\s*ru\b/i.test(c.req.header("accept-language") ?? "");
  return letterPage(c, {
    language: isRussian ? "ru" : "en",
    title: isRussian ? "Ссылка больше не действует" : "This link is over",
    body: paragraph(
      isRussian
        ? "Её обрезала почтовая программа, или всё об этом адресе уже стёрто."
        : "It was cut by a mail program, or everything about this address is erased already.",
    ),
    status: 404,
  });
}

function showChoice(c: Context, { language, title, siteName, url }: Reader): Response {
  const words = noticeWords(language);
  const token = c.req.param("token") ?? "";
  const end = (scope: StopScope, label: string) =>
    buttonForm({ action: `/talk-letter/${token}?scope=${scope}`, label, isQuiet: true });
  const body = [
    end("thread", words.stopThread(title)),
    end("site", words.stopSite(siteName)),
    end("all", words.stopAll),
    buttonForm({ action: `/talk-letter/${token}/watch`, label: words.follow(title), isQuiet: true }),
    linkTo(url, words.open),
  ];
  return letterPage(c, { language, title: words.stopTitle, body: body.join("\n") });
}

async function stopNow({ house }: NoticeParts, c: Context, reader: Reader): Promise<Response> {
  const { inside, language, url } = reader;
  const asked = c.req.query("scope");
  const scope: StopScope = asked === "thread" || asked === "all" ? asked : "site";
  await stop(inside.db, house.vault, { ...reader, scope, now: house.now() });
  if (scope === "thread") await unwatch(inside.db, reader);
  const words = noticeWords(language);
  return letterPage(c, { language, title: words.stopped, body: linkTo(url, words.open) });
}

const unwatch = (db: Inside["db"], { threadId, authorId }: Reader) =>
  db.deleteFrom("commentWatch").where("threadId", "=", threadId).where("authorId", "=", authorId).execute();

async function watchNow({ house }: NoticeParts, c: Context, reader: Reader): Promise<Response> {
  const { inside, language, url, threadId, authorId } = reader;
  await takeBackStops(inside.db, house.vault, reader);
  await inside.db
    .insertInto("commentWatch")
    .values({ threadId, authorId, createdAt: house.now() })
    .onConflict((known) => known.columns(["threadId", "authorId"]).doNothing())
    .execute();
  const words = noticeWords(language);
  return letterPage(c, { language, title: words.following, body: linkTo(url, words.open) });
}
