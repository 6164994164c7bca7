import { type Context, Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { VisitorEvents, VisitNow } from "#src/ground/events/index.ts";
import { type VisitorsDoor, visitorsDoor } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say, type Tongue } from "#src/platform/say.ts";
import { answersPage, wordsIn } from "./answers-page.ts";
import { createAnswerServer, languageOf, shown } from "./answer-server.ts";
import { faqPiece } from "./faq-piece.ts";
import { keepClick, keepSearch } from "./keep-search.ts";
import { readFaq } from "./read-faq.ts";
import { jsonOf, parseAsked } from "#src/platform/operation/parse-asked.ts";
import { AnswerLanguage, Click, NewQuestion, Query, Search, Told } from "./schema.ts";
import { takeQuestion } from "./take-question.ts";
import { tellAnswers } from "./told.ts";

export interface AnswerParts {
  readonly house: Pick<House, "database" | "publicUrl" | "now" | "vault">;
  readonly visitors: Pick<VisitorEvents, "record">;
  readonly addressOf: (c: Context) => string | undefined;
  /** The language that a visitor reads. */
  readonly tongueOf: (c: Context) => Tongue;
  /** What every request passes behind the door: how many there may be, and how large. */
  readonly guards: readonly MiddlewareHandler[];
}

type At = Context<VisitorsDoor>;

/** What visitors' elements ask below `/answers/:site`, as README.md lists it and schema.ts has it. */
export function answerRoutes(parts: AnswerParts): (app: Hono) => void {
  const { house } = parts;
  const server = createAnswerServer(house);
  const app = new Hono<VisitorsDoor>();
  app.use("*", visitorsDoor(house), ...parts.guards);
  app.get("/search", async (c) => {
    const { q, limit } = parseAsked(Looked, c.req.query());
    const result = await server.search(c.get("site"), q, limit);
    c.header("Cache-Control", "public, max-age=10");
    return c.json({ query: q, ...shown(result), searchId: null });
  });
  app.get("/suggestions", async (c) => {
    const { q } = parseAsked(Looked, c.req.query());
    c.header("Cache-Control", "public, max-age=10");
    return c.json(await server.suggest(c.get("site"), q));
  });
  app.post("/search", async (c) => {
    const asked = parseAsked(Search, await jsonOf(c));
    const site = c.get("site");
    const page = pageOf(site, asked.page);
    const result = await server.search(site, asked.q);
    const language = languageOf(asked.q, asked.lang, parts.tongueOf(c).language);
    const meant = { siteId: site.id, query: asked.q, language, page, now: house.now() };
    const searchId = asked.visit.own
      ? null
      : await house.database.transact(site.workspaceId, (db) => keepSearch(db, meant, result));
    const props = { found: result.isFound, results: result.answers.length };
    await record(parts, c, { visit: asked.visit, url: page, query: asked.q, props });
    c.header("Cache-Control", "no-store");
    return c.json({ query: asked.q, ...shown(result), searchId });
  });
  app.post("/search/:searchId/clicks", async (c) => {
    const { answerId } = parseAsked(Click, await jsonOf(c));
    const searchId = parseAsked(z.object({ id: z.uuid() }), { id: c.req.param("searchId") }).id;
    const site = c.get("site");
    const click = { siteId: site.id, searchId, answerId, now: house.now() };
    if (await house.database.transact(site.workspaceId, (db) => keepClick(db, click)))
      return c.body(null, 204);
    throw new Problem("not_found", say`There is no search ${searchId} here`, { hint: say`Search anew` });
  });
  askingRoutes(app, parts, server);
  faqRoutes(app, parts, server);
  return (whole) => void whole.route("/answers/:site", app);
}

const Looked = z.object({
  q: Query.default(""),
  lang: AnswerLanguage.optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(10).default(10),
});

function askingRoutes(
  app: Hono<VisitorsDoor>,
  parts: AnswerParts,
  server: ReturnType<typeof createAnswerServer>,
) {
  const { house } = parts;
  app.post("/questions", async (c) => {
    const { lang, ...asked } = parseAsked(NewQuestion, await jsonOf(c));
    const site = c.get("site");
    const language = languageOf(asked.q, lang, parts.tongueOf(c).language);
    const page = pageOf(site, asked.page);
    const taken = await takeUnlessTrapped(parts, c, { ...asked, page, language });
    return c.json(taken, 201);
  });
  app.post("/told", async (c) => {
    const { tokens, seen } = parseAsked(Told, await jsonOf(c));
    const site = c.get("site");
    const asked = { siteId: site.id, tokens, seen, now: house.now(), faqUrl: server.faqUrl(site) };
    c.header("Cache-Control", "no-store");
    return c.json(await house.database.transact(site.workspaceId, (db) => tellAnswers(db, asked)));
  });
}

/** A script that fills every field is told what a person is told, and nothing is kept. */
function takeUnlessTrapped(
  { house, addressOf }: AnswerParts,
  c: At,
  question: Parameters<typeof takeQuestion>[1]["question"],
) {
  if (question.website) return Promise.resolve({ token: crypto.randomUUID(), willMail: false });
  return takeQuestion(house, { site: c.get("site"), question, address: addressOf(c) });
}

function faqRoutes(
  app: Hono<VisitorsDoor>,
  parts: AnswerParts,
  server: ReturnType<typeof createAnswerServer>,
) {
  const { house } = parts;
  const faqOf = (c: At, language: AnswerLanguage | undefined) =>
    house.database.transact(c.get("site").workspaceId, (db) => readFaq(db, c.get("site").id, language));
  app.get("/faq", async (c) => {
    c.header("Cache-Control", "public, max-age=60");
    return c.json(await faqOf(c, said(c)));
  });
  app.get("/faq.html", async (c) => {
    c.header("Cache-Control", "public, max-age=60");
    return c.html(faqPiece((await faqOf(c, said(c))).entries));
  });
  const show = async (c: At, more: Partial<Parameters<typeof answersPage>[1]> = {}) => {
    const site = c.get("site");
    const query = parseAsked(Query, c.req.query("q") ?? "");
    const language = said(c) ?? parts.tongueOf(c).language;
    return answersPage(c, {
      language,
      site,
      path: new URL(server.faqUrl(site)).pathname,
      query,
      result: query === "" ? undefined : await server.search(site, query),
      faq: await faqOf(c, said(c)),
      ...more,
    });
  };
  app.get("/page", (c) => show(c));
  app.post("/page", async (c) => {
    const site = c.get("site");
    const form: Record<string, unknown> = { ...(await c.req.parseBody()), page: server.faqUrl(site) };
    const { lang, ...asked } = parseAsked(NewQuestion, form);
    const language = languageOf(asked.q, lang, parts.tongueOf(c).language);
    const { willMail } = await takeUnlessTrapped(parts, c, { ...asked, language });
    const words = wordsIn[lang ?? language];
    const notice = { isGood: true, text: willMail ? words.takenMail : words.taken };
    return show(c, { notice, language: lang ?? language });
  });
}

const said = (c: At) => AnswerLanguage.optional().catch(undefined).parse(c.req.query("lang"));

interface Searched {
  readonly visit: VisitNow;
  readonly url: string;
  readonly query: string;
  readonly props: Readonly<Record<string, number | boolean>>;
}

function record({ visitors }: AnswerParts, c: At, { visit, url, query, props }: Searched): Promise<string> {
  return visitors.record(c, {
    site: c.get("site"),
    visit,
    event: { kind: "search", url, name: query, props },
  });
}

/** Without its fragment. Throws `invalid` for what is no page of the site. */
function pageOf({ origins }: { readonly origins: readonly string[] }, address: string): string {
  const url = new URL(address);
  url.hash = "";
  if (origins.includes(url.origin)) return url.href;
  throw new Problem("invalid", say`page: "${address.slice(0, 200)}" is no page of ${origins[0]}`, {
    hint: say`Give the whole address of the page, as in ${`${origins[0]}/page`}`,
  });
}
