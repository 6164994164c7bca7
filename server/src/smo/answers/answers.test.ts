import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { PublicFaq, QuestionTaken, SearchResult, Suggestions, ToldAnswers } from "./schema.ts";
import { Question, QuestionDetails, SearchReport } from "./editor-schema.ts";
import { gatherSearches } from "./gather-searches.job.ts";
import { readAnswerPages } from "./read-pages.job.ts";

const html = (title: string, body: string, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><nav>Menu nonsense kiosk</nav><main>${body}</main></body></html>`;

const Site = z.object({ id: z.uuid(), siteKey: z.string() });
const Row = z.object({ id: z.uuid() });
const Questions = z.object({ items: z.array(Question) });

interface House {
  readonly app: TestApp;
  readonly web: Awaited<ReturnType<typeof serveSite>>;
  readonly site: z.output<typeof Site>;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: object, origin?: string) => Promise<Response>;
}

let house: House;
let held: AsyncDisposableStack;

beforeAll(async () => {
  held = new AsyncDisposableStack();
  const app = held.use(await createApp());
  const web = held.use(
    await serveSite({
      "/robots.txt": "User-agent: *\nDisallow: /private",
      "/brewing": html(
        "How to brew tea",
        `<p>Tea wants clean water and a warm pot, and patience while the leaves open.</p>
         <h2 id="green">Green tea</h2><p>Seventy degrees are enough for sencha; boiling water makes it bitter &amp; <b>dull</b>.</p>
         <h2>Hot water</h2><p>A samovar keeps its water hot all evening long, and sings while it does.</p>
         <h2>Самовар</h2><p>Самовар разжигают шишками: вода в нём закипает за двадцать минут и долго не остывает.</p>`,
      ),
      "/delivery": html(
        "Delivery",
        "<h1>Delivery</h1><p>Parcels are delivered to Moscow within two days, by courier or to a pickup point.</p>",
      ),
      "/private/prices": html(
        "Secret prices",
        "<p>Wholesale prices are for partners only, do not tell anybody.</p>",
      ),
      "/hidden": html(
        "Hidden",
        "<p>Nobody shall find the porcelain dragon on this page here.</p>",
        '<meta name="robots" content="noindex">',
      ),
      "/sitemap.xml": "",
    }),
  );
  web.pages["/sitemap.xml"] =
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${["/brewing", "/delivery", "/private/prices", "/hidden"].map((path) => `<url><loc>${web.origin}${path}</loc></url>`).join("")}</urlset>`;
  const site = Site.parse(
    await (await app.owner.post("/api/sites", { name: "Tea <house>", origin: web.origin })).json(),
  );
  const ask = (path: string) => `/answers/${site.siteKey}${path}`;
  house = {
    app,
    web,
    site,
    get: async (path) => app.anonymous.request(ask(path), { headers: { Origin: web.origin } }),
    post: async (path, body, origin = web.origin) =>
      app.anonymous.request(ask(path), {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
  await app.owner.post(`/api/sites/${site.id}/sitemap-readings`, {});
  await app.work();
  await app.owner.post(`/api/sites/${site.id}/answer-sources`, {});
  await runReading();
});
afterAll(() => held.disposeAsync());

/** The jobs that the clock begins. */
async function runReading(): Promise<void> {
  await runJob(readAnswerPages.run);
}

async function runJob(run: (typeof readAnswerPages)["run"]): Promise<void> {
  const { now, http, openVisitors, events, vault, files, publicUrl, log, database, inside } = house.app.house;
  await run(
    {
      now,
      http,
      openVisitors,
      events,
      vault,
      files,
      publicUrl,
      log,
      signal: undefined,
      transact: (workspaceId, work) => database.transact(workspaceId, (db) => work(inside(db))),
    },
    {},
  );
}

async function search(q: string): Promise<z.output<typeof SearchResult>> {
  const answer = await house.get(`/search?q=${encodeURIComponent(q)}`);
  expect(answer.status).toBe(200);
  return SearchResult.parse(await answer.json());
}

const page = () => `${house.web.origin}/brewing`;
const meant = async (q: string) =>
  SearchResult.parse(await (await house.post("/search", { q, page: page() })).json());
const questions = async (state = "waiting") =>
  Questions.parse(
    await (await house.app.owner.get(`/api/sites/${house.site.id}/questions?state=${state}`)).json(),
  ).items;

describe("what is found", () => {
  test("the passage under its heading, with what was looked for marked, and an address that leads there", async () => {
    const { isFound, answers } = await search("boiling water for green tea");
    expect(isFound).toBe(true);
    expect(answers[0]).toMatchObject({ kind: "page", title: "How to brew tea", heading: "Green tea" });
    expect(answers[0]?.html).toContain("<mark>boiling</mark> <mark>water</mark> makes it bitter &#38; dull");
    expect(answers[0]?.url).toMatch(/\/brewing#green:~:text=Seventy%20degrees/);
  });

  test.each([
    ["самоваром", "самовар"],
    ["samovra", "samovar"],
    ["cfvjdfh", "самовар"],
    ["сомавар", "самовар"],
  ])(
    "%s: other forms, typing errors and the other keyboard layout are understood",
    async (query, corrected) => {
      const { answers, ...result } = await search(query);
      expect(answers[0]?.heading).toBe(corrected === "samovar" ? "Hot water" : "Самовар");
      expect(result.corrected).toBe(query === "самоваром" ? null : corrected);
    },
  );

  test("nothing that robots.txt or the page itself keeps from us, and nothing of menus", async () => {
    for (const query of ["wholesale prices partners", "porcelain dragon", "nonsense kiosk"])
      expect((await search(query)).isFound).toBe(false);
  });

  test("a page that changed is found by what it says now", async () => {
    house.web.pages["/delivery"] = html(
      "Delivery",
      "<p>Parcels travel by reindeer sledge, which takes a fortnight or so.</p>",
    );
    await house.app.advance(25 * 3_600_000);
    await runReading();
    expect((await search("reindeer sledge")).answers[0]?.title).toBe("Delivery");
    expect((await search("courier")).answers).toEqual([]);
  });

  test("suggestions begin with what was typed", async () => {
    const answer = await house.get("/suggestions?q=gre");
    expect(Suggestions.parse(await answer.json()).suggestions.map(({ text }) => text)).toContain("Green tea");
  });

  test("a query that is too long, markup, or nothing at all harms nobody", async () => {
    expect((await house.get(`/search?q=${"tea ".repeat(60)}`)).status).toBe(400);
    expect((await search("")).answers).toEqual([]);
    for (const query of [
      "'); drop table answer_word; --",
      "<script>alert(1)</script>",
      "& | ! :* \\ '",
      "\u202Etea",
      "?",
    ])
      expect(JSON.stringify((await search(query)).answers)).not.toContain("<script>");
  });

  test("pages of anywhere else are refused", async () => {
    expect(
      (await house.post("/search", { q: "tea", page: page() }, "https://elsewhere.example")).status,
    ).toBe(403);
    expect((await house.post("/search", { q: "tea", page: "https://elsewhere.example/" })).status).toBe(400);
  });
});

describe("the FAQ", () => {
  test("stands in the owner's order (listFaqEntries, createFaqEntry, changeFaqEntry, moveFaqEntry, deleteFaqEntry), pinned first, with schema.org's marks, and is found", async () => {
    const add = async (question: string, answer: string) =>
      Row.parse(
        await (
          await house.app.owner.post(`/api/sites/${house.site.id}/faq-entries`, {
            question,
            answer,
            language: "en",
          })
        ).json(),
      ).id;
    const first = await add(
      "May I return a <teapot>?",
      "Yes, **within a month**: [how](https://tea.example/back).",
    );
    const second = await add("Do you sell biscuits?", "No.");
    const third = await add("Where is your shop?", "At the corner of the harbour.");
    await house.app.owner.request(`/api/faq-entries/${third}/place`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ beforeId: first }),
    });
    await house.app.owner.request(`/api/faq-entries/${second}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ isPinned: true }),
    });
    const faq = PublicFaq.parse(await (await house.get("/faq?lang=en")).json());
    expect(faq.entries.map(({ id }) => id)).toEqual([second, third, first]);
    const piece = await (await house.get("/faq.html")).text();
    expect(piece).toContain('itemtype="https://schema.org/FAQPage"');
    expect(piece).toContain('<summary itemprop="name">May I return a &#60;teapot&#62;?</summary>');
    expect(piece).toContain(
      '<strong>within a month</strong>: <a href="https://tea.example/back" rel="noopener">',
    );
    const found = await search("return teapot");
    expect(found.answers[0]).toMatchObject({ kind: "faq", id: expect.any(String) });
    expect(found.answers[0]?.url).toContain(`/answers/${house.site.siteKey}/page#faq-${first}`);
    await house.app.owner.request(`/api/faq-entries/${second}`, { method: "DELETE" });
    expect((await search("sell biscuits")).isFound).toBe(false);
    const list = await house.app.owner.get(`/api/sites/${house.site.id}/faq-entries`);
    expect(
      z
        .object({ items: z.array(Row) })
        .parse(await list.json())
        .items.map(({ id }) => id),
    ).toEqual([third, first]);
  });

  test("the page without scripts searches, escapes and takes a question", async () => {
    const shown = await house.get("/page?q=green%20tea&lang=ru");
    const text = await shown.text();
    expect(text).toContain("Вопросы и ответы");
    expect(text).toContain("Tea &#60;house&#62;");
    expect(text).toContain("<mark>");
    expect(shown.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const asked = await house.app.anonymous.request(`/answers/${house.site.siteKey}/page`, {
      method: "POST",
      headers: { Origin: house.app.publicUrl, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ q: "Do you teach ceremonies?", lang: "en" }).toString(),
    });
    expect(await asked.text()).toContain("Your question has been passed on.");
    expect((await questions()).map(({ text: asking }) => asking)).toContain("Do you teach ceremonies?");
  });
});

describe("the loop", () => {
  test("asked, not found, answered (listQuestions, getQuestion, answerQuestion), told: by letter once, and on the page where it was asked", async () => {
    const { owner } = house.app;
    const nothing = await meant("kombucha starter culture");
    expect(nothing).toMatchObject({ isFound: false, searchId: expect.any(String) });
    await meant("starter cultures of kombucha");
    const taken = QuestionTaken.parse(
      await (
        await house.post("/questions", {
          q: "Do you have a kombucha starter culture?",
          page: page(),
          email: "Anna@Tea.example",
          searchId: nothing.searchId,
        })
      ).json(),
    );
    expect(taken.willMail).toBe(true);
    const waiting = (await questions()).find(({ text }) => text.includes("kombucha"));
    expect(waiting).toMatchObject({ notFound: 2, asked: 1, state: "waiting" });
    const id = waiting?.id ?? "";
    const details = QuestionDetails.parse(await (await owner.get(`/api/questions/${id}`)).json());
    expect(details.pages).toEqual([{ url: page(), times: 3 }]);
    expect(details.wordings).toHaveLength(3);
    expect(details.waiting).toEqual({ byMail: 1, onPage: 1 });
    const tell = async (seen: string[] = []) =>
      ToldAnswers.parse(await (await house.post("/told", { tokens: [taken.token], seen })).json());
    expect(await tell()).toEqual({ answers: [], gone: [] });

    const answer = {
      question: "Do you sell kombucha starters?",
      answer: "Yes, **from May on**.",
      language: "en",
    };
    expect((await owner.post(`/api/questions/${id}/answer`, answer)).status).toBe(201);
    expect((await owner.post(`/api/questions/${id}/answer`, answer)).status).toBe(409);
    expect(await tell(), "within a minute it may be taken back").toEqual({ answers: [], gone: [] });
    await house.app.advance(61_000);
    await house.app.work();
    await house.app.work();
    const mails = await readMails();
    expect(mails).toMatchObject([{ address: "Anna@tea.example", kind: "answers.answer" }]);
    const told = await tell();
    expect(told.answers[0]).toMatchObject({
      question: "Do you have a kombucha starter culture?",
      title: "Do you sell kombucha starters?",
      html: "<p>Yes, <strong>from May on</strong>.</p>",
      page: page(),
    });
    expect((await tell([taken.token])).gone).toEqual([taken.token]);
    expect((await meant("kombucha starters")).isFound).toBe(true);
    expect((await questions("answered")).map((one) => one.id)).toContain(id);
  });

  test("an answer that was taken back within a minute is told to nobody (reopenQuestion, dismissQuestion)", async () => {
    const before = (await readMails()).length;
    const { owner } = house.app;
    await house.post("/questions", { q: "Is the cat for sale?", page: page(), email: "boris@tea.example" });
    const id = (await questions()).find(({ text }) => text.includes("cat"))?.id ?? "";
    await owner.post(`/api/questions/${id}/answer`, {
      question: "The cat?",
      answer: "Never.",
      language: "en",
    });
    expect((await owner.post(`/api/questions/${id}/reopening`, {})).status).toBe(201);
    await house.app.advance(61_000);
    await house.app.work();
    expect(await readMails()).toHaveLength(before);
    expect((await questions()).map((one) => one.id)).toContain(id);
    expect((await owner.post(`/api/questions/${id}/dismissal`, {})).status).toBe(201);
    await house.post("/questions", { q: "is the cat for sale", page: page() });
    expect((await questions("dismissed")).map((one) => one.id)).toContain(id);
  });

  test("questions are put together and taken apart again, with their counts (mergeQuestions, splitQuestions)", async () => {
    const { owner } = house.app;
    await house.post("/questions", { q: "Opening hours on Sunday?", page: page() });
    await house.post("/questions", { q: "When do you close at weekends?", page: page() });
    const open = await questions();
    const [one, other] = [/Sunday/, /weekends/].map((name) => open.find(({ text }) => name.test(text)));
    const merge = (verb: string) =>
      owner.post(`/api/questions/${one?.id}/${verb}`, { questionIds: [other?.id] });
    expect(await (await merge("merging")).json()).toMatchObject({ asked: 2, merged: 1 });
    expect((await questions()).map(({ id }) => id)).not.toContain(other?.id);
    expect((await owner.post(`/api/questions/${other?.id}/dismissal`, {})).status).toBe(409);
    expect(await (await merge("splitting")).json()).toMatchObject({ asked: 1, merged: 0 });
    expect((await questions()).map(({ id }) => id)).toContain(other?.id);
  });

  test("getSearchReport: what was found and never opened comes up when it happens again and again", async () => {
    const searched = await meant("water");
    await house.post(`/search/${searched.searchId}/clicks`, { answerId: searched.answers[0]?.id });
    for (let times = 0; times < 3; times += 1) await meant("warm pot patience");
    await house.app.advance(11 * 60_000);
    await runJob(gatherSearches.run);
    const open = await questions();
    expect(open.find(({ text }) => text === "warm pot patience")).toMatchObject({ notOpened: 3 });
    expect(open.some(({ text }) => text === "water")).toBe(false);
    const report = SearchReport.parse(
      await (await house.app.owner.get(`/api/sites/${house.site.id}/searches?days=7`)).json(),
    );
    expect(report.queries.find(({ query }) => query === "warm pot patience")).toMatchObject({
      times: 3,
      opened: 0,
    });
    expect(report.opened).toBe(1);
  });

  test("a mailbox can't be bombed, nor the editor flooded, and a form-filling script is told nothing", async () => {
    const ask = (number: number, more: object = {}) =>
      house.post("/questions", {
        q: `Flood ${"abcdefghijkl".slice(number)} number?`,
        page: page(),
        email: "victim@tea.example",
        ...more,
      });
    const taken = await Promise.all(
      [0, 1, 2].map(async (number) => QuestionTaken.parse(await (await ask(number)).json())),
    );
    expect(taken.every(({ willMail }) => willMail)).toBe(true);
    expect(QuestionTaken.parse(await (await ask(3)).json()).willMail).toBe(false);
    const before = (await questions()).length;
    expect((await ask(4, { website: "https://spam.example" })).status).toBe(201);
    expect(await questions()).toHaveLength(before);
    expect((await house.post("/questions", { q: "Hm?", page: page(), email: "no address" })).status).toBe(
      400,
    );
  });

  test("addresses and numbers of people are not kept of a search", async () => {
    await meant("order of anna@tea.example +7 999 123-45-67 lost");
    const report = await (
      await house.app.owner.get(`/api/sites/${house.site.id}/searches?order=notFound`)
    ).text();
    expect(report).not.toContain("anna@tea");
    expect(report).not.toContain("999 123");
  });

  test("tryAnswers, getAnswerSources and readAnswerSources tell the editor what is there", async () => {
    const { owner } = house.app;
    const tried = await (await owner.get(`/api/sites/${house.site.id}/answers?q=green+tea`)).json();
    expect(tried).toMatchObject({ isFound: true, answers: [{ held: expect.closeTo(1) }] });
    const sources = await (await owner.get(`/api/sites/${house.site.id}/answer-sources`)).json();
    expect(sources).toMatchObject({
      pages: { known: 4, read: 2, failing: 2 },
    });
    expect(JSON.stringify(sources)).toContain("robots.txt forbids it");
  });
});

const Mails = z.array(z.object({ address: z.string(), kind: z.string() }));
const readMails = async () =>
  Mails.parse(
    await house.app.house.database.transact("*", (db) =>
      db.selectFrom("mail").select(["address", "kind"]).orderBy("id").execute(),
    ),
  );
