import { parseAsked } from "#src/platform/operation/parse-asked.ts";
import type { Hono } from "hono";
import { z } from "zod";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem, type ProblemCode } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { CommentSettingsRow } from "../comment-settings.ts";
import { mintForm } from "../form-token.ts";
import { pathOfPage } from "../page-path.ts";
import { readAnswers, type ReadThread, readThread } from "../read-thread.ts";
import { CommentSort } from "../schema.ts";
import { sendComment } from "../send-comment.ts";
import { NewTalkComment, PageUrl } from "../talk-schema.ts";
import { queryOf, type TalkContext, type TalkParts } from "../visitor.ts";
import { talkAddress } from "./talk-address.ts";
import { wordsIn } from "./page-words.ts";
import { pagePolicy, talkPage, type TalkPage, type Written } from "./talk-page.ts";
import { type TalkPiece, talkPiece } from "./talk-piece.ts";

const Language = z.enum(["en", "ru"]).optional().catch(undefined);

const PageQuery = z.object({
  url: PageUrl,
  lang: Language,
  sort: CommentSort.optional(),
  after: z.string().max(80).optional(),
  branch: z.uuid().optional().describe("One root alone, with all of its answers"),
  to: z.uuid().optional().describe("The comment that is to be answered"),
  sent: z.enum(["published", "held"]).optional().catch(undefined),
});
type PageQuery = z.output<typeof PageQuery>;

/**
 * The talk without scripts. `GET thread.html` is a piece of HTML for the owner's server to put into its page; it is the
 * same for all, so caches may keep it for half a minute. `GET page` is a whole page of ours with a form, which posts to
 * `POST page`; without `url` it goes to the talk of the page that led there.
 */
export function pageRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  talk.get("/thread.html", async (c) => {
    const query = queryOf(c, PageQuery);
    const { piece } = await readPiece(parts, c, query);
    c.header("Cache-Control", "public, max-age=30");
    c.header("Vary", "Accept-Language", { append: true });
    c.header("Content-Language", piece.language);
    return c.html(talkPiece(piece));
  });
  talk.get("/page", async (c) => {
    if (c.req.query("url") === undefined) return c.redirect(pageThatLed(parts, c), 303);
    return showPage(parts, c, { query: queryOf(c, PageQuery), written: {} });
  });
  talk.post("/page", async (c) => takeForm(parts, c));
}

interface Shown {
  readonly query: PageQuery;
  readonly written: Written;
  readonly problem?: Problem;
}

async function showPage(parts: TalkParts, c: TalkContext, { query, written, problem }: Shown) {
  const { piece, settings } = await readPiece(parts, c, query);
  const ours = talkAddress(parts.house, c.get("site"));
  const words = wordsIn[piece.language];
  const { sent } = query;
  const good = sent && { isGood: true, text: words[sent] };
  c.header("Content-Security-Policy", pagePolicy);
  c.header("X-Content-Type-Options", "nosniff");
  // The form's own origin must be told, or it would not be taken.
  c.header("Referrer-Policy", "same-origin");
  c.header("Content-Language", piece.language);
  if (query.after !== undefined || query.to !== undefined) c.header("X-Robots-Tag", "noindex");
  const page: TalkPage = {
    piece,
    form: mintForm(parts.house.vault, c.get("site").id, parts.house.now()),
    whoMayPost: settings.whoMayPost,
    answered: query.to === undefined ? undefined : answeredIn(piece.thread, query.to),
    notice: problem ? { isGood: false, text: wordsOf(parts, c, problem) } : good,
    written,
    asked: query.lang,
    action: ours("page"),
  };
  return c.html(talkPage(page), problem ? statuses[problem.code] : 200);
}

const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  check_failed: 422,
  too_large: 413,
  limit_reached: 429,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

function wordsOf(parts: TalkParts, c: TalkContext, problem: Problem): string {
  const { title, hint } = problem.in(parts.tongueOf(c));
  return hint === undefined ? title : `${title}. ${hint}`;
}

const FormFields = z.record(z.string(), z.string());
const absent = (text: string | undefined) => (text === undefined || text === "" ? undefined : text);

/** A form's strings as the comment that they ask for. Throws `invalid`. */
function askedIn({ email, rating, ...fields }: Written): NewTalkComment {
  return parseAsked(NewTalkComment, {
    ...fields,
    parentId: absent(fields["parentId"]),
    email: absent(email),
    rating: absent(rating) && Number(rating),
    wantsReplies: fields["wantsReplies"] === "on",
    filledMs: undefined,
    proofOfWork: undefined,
    visit: undefined,
  });
}

/** Keeps what was sent and leads back to the talk; a refusal shows the form again with all that was written. */
async function takeForm(parts: TalkParts, c: TalkContext): Promise<Response> {
  const written = parseAsked(FormFields, await c.req.parseBody());
  const to = absent(written["parentId"]);
  const query = parseAsked(PageQuery, { url: written["url"], lang: written["lang"], to });
  try {
    const asked = askedIn(written);
    const { comment } = await sendComment(parts, c, { asked, canProve: false });
    const sent = comment?.state === "published" ? "published" : "held";
    const branch = to && comment?.rootId;
    const { url, lang } = query;
    const ours = talkAddress(parts.house, c.get("site"));
    return c.redirect(ours("page", { url, sent, ...(lang && { lang }), ...(branch && { branch }) }), 303);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    // What was to be answered is gone: what was written need not be.
    const seen = problem.code === "not_found" ? { ...query, to: undefined } : query;
    return showPage(parts, c, { query: seen, written, problem });
  }
}

/** What a talk without scripts is made of, as anybody sees it: in one transaction. */
async function readPiece(
  parts: TalkParts,
  c: TalkContext,
  query: PageQuery,
): Promise<{ readonly piece: TalkPiece; readonly settings: CommentSettingsRow }> {
  const site = c.get("site");
  const ours = talkAddress(parts.house, site);
  const path = pathOfPage(query.url, site.origins);
  const asked = { siteId: site.id, path, reader: { authorId: undefined, voter: "" }, now: parts.house.now() };
  const { thread, openedAt, settings, branch } = await parts.house.database.transact(site.workspaceId, (db) =>
    readTalk(db, asked, query),
  );
  const url = `${site.origin}${path}`;
  const language = query.lang ?? parts.tongueOf(c).language;
  const pageQuery = { url, ...(query.lang && { lang: query.lang }) };
  const piece: TalkPiece = {
    thread,
    openedAt,
    site,
    pageUrl: url,
    language,
    pageOf: (more = {}) => ours("page", { ...pageQuery, ...more }),
    feedUrl: ours("feed.xml", { url }),
    ...(branch && { branch }),
    canWrite: !thread.isClosed && settings.whoMayPost === "anyone",
  };
  return { piece, settings };
}

/** The whole talk, or one root of it with a page of its answers. Throws `not_found` for a root that is not there. */
async function readTalk(db: Db, asked: Parameters<typeof readThread>[1], query: PageQuery) {
  const { sort, after, branch, to } = query;
  const around = branch ?? to;
  if (around === undefined)
    return { ...(await readThread(db, asked, { sort, after, limit: 20 })), branch: undefined };
  const read = await readThread(db, asked, { sort, around, limit: 1 });
  const [root] = read.thread.items;
  const thread: ReadThread = { ...read.thread, pinned: [], next: null };
  if (!root || branch === undefined) return { ...read, thread, branch: { next: null } };
  const page = { rootId: root.id, after, limit: 50 };
  const { items: replies, next } = await readAnswers(db, asked, page);
  return { ...read, thread: { ...thread, items: [{ ...root, replies: [...replies] }] }, branch: { next } };
}

/** The comment that is to be answered, if it can be. */
function answeredIn({ items }: ReadThread, id: string): TalkPage["answered"] {
  const found = items.flatMap((root) => [root, ...root.replies]).find((comment) => comment.id === id);
  return found?.author ? { id, name: found.author.name } : undefined;
}

/** Browsers without scripts are led here by the element's link, which tells which page it stands on. */
function pageThatLed(parts: TalkParts, c: TalkContext): string {
  const from = c.req.header("Referer");
  const { origin, origins } = c.get("site");
  const ours = talkAddress(parts.house, c.get("site"));
  if (from !== undefined && URL.canParse(from) && origins.includes(new URL(from).origin))
    return ours("page", { url: from });
  throw new Problem("invalid", say`url: is missing`, {
    hint: say`Give the whole address of the page, as in ${`${origin}/page`}`,
  });
}
