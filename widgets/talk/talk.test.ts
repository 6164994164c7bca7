import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Answer, Asked } from "../testing/house.ts";
import { openWorkshop, type Scene, setStage, type Stage, type Workshop } from "../testing/stage.ts";
import type { Comment, Thread } from "./shapes.ts";

let workshop: Workshop;
let stage: Stage;
const stages: Stage[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

beforeEach(async () => {
  await setScene();
  return async () => {
    for (const one of stages.splice(0)) await one[Symbol.asyncDispose]();
  };
});

/** The page with the talk, and a house that knows its thread. */
async function setScene(scene: Partial<Scene> = {}): Promise<void> {
  stage = await setStage(workshop, () => ({
    body: `<samovar-talk site="KEY"><a href="/talk">All comments</a></samovar-talk>`,
    files: ["talk.js"],
    ...scene,
  }));
  stages.push(stage);
  answer("GET", "thread", { json: thread() });
}

const answer = (method: string, path: string, given: Answer | ((asked: Asked) => Answer)) =>
  stage.house.routes.set(`${method} /talk/KEY/${path}`, typeof given === "function" ? given : () => given);
const asked = (method: string, path: string) => stage.house.asked(`${method} /talk/KEY/${path}`);

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

function comment(number: number, more: Partial<Comment> = {}): Comment {
  return {
    id: idOf(number),
    parentId: null,
    rootId: idOf(number),
    depth: 0,
    author: { name: `Reader ${number}`, kind: "guest", url: null, avatarUrl: null },
    sourceUrl: null,
    html: `<p>Words ${number}</p>`,
    body: null,
    rating: null,
    state: "published",
    createdAt: new Date(Date.now() - 5 * 60_000).toISOString(),
    editedAt: null,
    editableUntil: null,
    pinnedAt: null,
    reactions: {},
    mine: [],
    isOwn: false,
    descendantCount: 0,
    replies: [],
    ...more,
  };
}

function thread(more: Partial<Thread> = {}): Thread {
  return {
    items: [comment(1)],
    next: null,
    pinned: [],
    own: [],
    commentCount: 1,
    version: "7",
    isClosed: false,
    sort: "best",
    whoMayPost: "anyone",
    hasRatings: false,
    rating: null,
    reactionKinds: ["like", "love"],
    me: null,
    signIn: { email: false, oauth: null },
    form: "form-1",
    maxLength: 10_000,
    ...more,
  };
}

const posted = (more: Partial<Comment> = {}): Answer => ({
  json: {
    comment: comment(9, { isOwn: true, ...more }),
    token: "token-of-anna",
    me: { name: "Anna", isVerified: false },
    form: "form-2",
  },
  status: 201,
});

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your comment").fill(text);
  if (await page.getByLabel("Name").count()) await page.getByLabel("Name").fill("Anna");
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

describe("reading", () => {
  test("shows who said what and when, with the answers where they belong", async () => {
    const reply = comment(2, { parentId: idOf(1), rootId: idOf(1), depth: 1 });
    const deep = comment(3, {
      parentId: idOf(2),
      rootId: idOf(1),
      depth: 2,
      author: { ...author("Boris"), kind: "team" },
    });
    answer("GET", "thread", {
      json: thread({ commentCount: 3, items: [comment(1, { replies: [reply, deep], descendantCount: 2 })] }),
    });
    const { page } = await stage.open();
    await page.getByRole("heading", { name: "3 comments" }).waitFor();
    expect(asked("GET", "thread")[0]?.query).toEqual({ url: `${stage.site.origin}/tea` });
    await page.getByText("5 minutes ago").first().waitFor();
    const boris = page.getByRole("article", { name: "Boris" });
    expect(await boris.getByText("Team").count()).toBe(1);
    expect(
      await boris.evaluate(
        (element) => element.closest("ol")?.closest("li")?.querySelector("article")?.textContent,
      ),
    ).toContain("Words 2");
  });

  test("takes the canonical address for the page's, and follows the reader's order", async () => {
    await setScene({ head: `<link rel="canonical" href="/tea-proper">` });
    answer("GET", "thread", { json: thread({ commentCount: 2, items: [comment(1), comment(2)] }) });
    const { page } = await stage.open({ path: "/tea?utm_source=x" });
    await page.getByLabel("Order").selectOption({ label: "Newest first" });
    await expect
      .poll(() => asked("GET", "thread").at(-1)?.query)
      .toEqual({
        url: `${stage.site.origin}/tea-proper`,
        sort: "new",
      });
  });

  test("brings further comments and answers when they are wanted", async () => {
    answer("GET", "thread", ({ query }) => ({
      json: query["after"]
        ? thread({ items: [comment(5)] })
        : thread({ commentCount: 9, items: [comment(1, { descendantCount: 2 })], next: "cursor" }),
    }));
    answer("GET", `comments/${idOf(1)}/replies`, {
      json: {
        items: [2, 3].map((number) => comment(number, { parentId: idOf(1), rootId: idOf(1), depth: 1 })),
        next: null,
      },
    });
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Show 2 replies" }).click();
    await page.getByText("Words 3").waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText("Words 5").waitFor();
    expect(await page.getByRole("button", { name: /^Show/ }).count()).toBe(0);
  });

  test("goes to the comment that the address names, and asks for the page around it", async () => {
    answer("GET", "thread", { json: thread({ items: [comment(1), comment(4)] }) });
    const { page } = await stage.open({ path: `/tea#talk-${idOf(4)}` });
    await page.getByText("Words 4").waitFor();
    expect(asked("GET", "thread")[0]?.query["around"]).toBe(idOf(4));
    expect(await focused(page)).toContain("Words 4");
  });

  test("never takes a comment's text for code, whatever the server would send", async () => {
    const html = `<p>x<script>window.broken = 1</script><img src=x onerror="window.broken=1"><a href="javascript:broken()">j</a> <a href="https://tea.example/?a=1&amp;b=2">ok</a> &lt;b&gt; <svg onload="broken()">`;
    answer("GET", "thread", { json: thread({ items: [comment(1, { html })] }) });
    const { page, faults } = await stage.open();
    const text = page.locator("[part=text]");
    await text.waitFor();
    const made = await text.evaluate((element) =>
      Array.from(element.querySelectorAll("*"), ({ localName, attributes }) =>
        [localName, ...Array.from(attributes, ({ name, value }) => `${name}=${value}`)].join(" "),
      ),
    );
    expect(made).toEqual(["p", "a", "a href=https://tea.example/?a=1&b=2 rel=ugc nofollow noopener"]);
    expect(await text.textContent()).toContain("<b>");
    expect(await page.getByRole("link", { name: "ok" }).getAttribute("href")).toBe(
      "https://tea.example/?a=1&b=2",
    );
    expect(await page.evaluate("window.broken")).toBeUndefined();
    expect(faults).toEqual([]);
  });

  test("offers what is new without moving what is read, and draws changes in place", async () => {
    let changes: Answer = { status: 204 };
    answer("GET", "changes", () => changes);
    const { page } = await stage.open({
      script: `const wait = setInterval; window.setInterval = (work, ms) => wait(work, ms / 100);`,
    });
    await page.getByText("Words 1").waitFor();
    await expect.poll(() => asked("GET", "changes").at(-1)?.query["since"]).toBe("7");
    changes = {
      json: {
        version: "9",
        commentCount: 3,
        isMore: false,
        items: [
          comment(1, { html: "<p>Changed</p>" }),
          comment(2),
          comment(3, { parentId: idOf(1), rootId: idOf(1), depth: 1 }),
        ],
      },
    };
    await page.getByText("Changed").waitFor();
    expect(await page.getByText("Words 2").count()).toBe(0);
    changes = { status: 204 };
    await page.getByRole("button", { name: "Show 2 new comments" }).click();
    await page.getByText("Words 3").waitFor();
    expect(await focused(page)).toContain("Words 2");
    await expect.poll(() => asked("GET", "changes").at(-1)?.query["since"]).toBe("9");
  });

  test("leaves the owner's own content in place where the house can't be reached, and says so", async () => {
    answer("GET", "thread", "unreachable");
    const { page } = await stage.open();
    await page.getByRole("status").getByText("The server can't be reached").waitFor();
    expect(await page.getByRole("link", { name: "All comments" }).isVisible()).toBe(true);
  });
});

describe("writing", () => {
  test("as a guest sends what the server wants to know, and shows the comment at once", async () => {
    answer("POST", "comments", posted());
    const { page, faults } = await stage.open();
    await page.getByLabel("E-mail, not shown").fill("anna@tea.example");
    await page.getByLabel("Tell me of answers").check();
    await write(page, "Good tea");
    await page.getByText("Words 9").waitFor();
    const [sent] = asked("POST", "comments");
    expect(sent?.body).toMatchObject({
      url: `${stage.site.origin}/tea`,
      title: "Tea",
      body: "Good tea",
      name: "Anna",
      email: "anna@tea.example",
      wantsReplies: true,
      form: "form-1",
      visit: { own: false },
    });
    expect(Number(sent?.body["filledMs"])).toBeGreaterThan(0);
    expect(sent?.body["website"]).toBeUndefined();
    expect(await page.getByLabel("Your comment").inputValue()).toBe("");
    await write(page, "And again");
    await expect.poll(() => asked("POST", "comments").length).toBe(2);
    expect(asked("POST", "comments")[1]).toMatchObject({ token: "token-of-anna", body: { form: "form-2" } });
    expect(faults).toEqual([]);
  });

  test("keeps what was typed when the server refuses, says why, and keeps it over a reload", async () => {
    answer("POST", "comments", {
      status: 400,
      json: { code: "invalid", title: "body: has too many links", hint: "Leave some out" },
    });
    const { page } = await stage.open();
    await write(page, "Twenty links");
    await page.getByText("body: has too many links. Leave some out").waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel("Your comment").inputValue()).toBe("Twenty links");
    expect(await page.getByLabel("Name").inputValue()).toBe("Anna");
    answer("POST", "comments", "unreachable");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("The server can't be reached. What you wrote is kept").waitFor();
    expect(await page.getByLabel("Your comment").inputValue()).toBe("Twenty links");
  });

  test("begins a talk where there was none", async () => {
    answer("GET", "thread", { json: thread({ items: [], commentCount: 0 }) });
    answer("POST", "comments", posted());
    const { page } = await stage.open();
    await page.getByText("Nobody has written yet").waitFor();
    await write(page, "First");
    await page.getByText("Words 9").waitFor();
    expect(await page.getByText("Nobody has written yet").count()).toBe(0);
  });

  test("tells that a comment waits for a moderator", async () => {
    answer("POST", "comments", posted({ state: "held" }));
    const { page } = await stage.open();
    await write(page, "First words");
    await page.getByRole("status").getByText("Waits for a moderator").waitFor();
    expect(
      await page
        .getByRole("article")
        .filter({ hasText: "Words 9" })
        .getByText("Waits for a moderator")
        .count(),
    ).toBe(1);
  });

  test("answers below what is answered, quoting it, with names offered after an @", async () => {
    answer("GET", "people", ({ query }) => ({
      json: {
        items: "Boris the Cook".toLowerCase().startsWith(query["search"] ?? "?")
          ? [{ id: "1", name: "Boris the Cook" }]
          : [],
      },
    }));
    answer("POST", "comments", posted({ parentId: idOf(1), rootId: idOf(1), depth: 1 }));
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Quote" }).click();
    const area = page.getByLabel("Your answer to @Reader 1");
    expect(await area.inputValue()).toBe("> Words 1\n\n");
    await page.keyboard.type("as @bo");
    await page.getByRole("button", { name: "@Boris the Cook" }).click();
    expect(await area.inputValue()).toBe("> Words 1\n\nas @Boris the Cook ");
    await page.getByLabel("Name").last().fill("Anna");
    await page.getByRole("button", { name: "Send", exact: true }).last().click();
    await page.getByText("Words 9").waitFor();
    expect(asked("POST", "comments")[0]?.body).toMatchObject({ parentId: idOf(1) });
    expect(await page.getByLabel("Your answer").count()).toBe(0);
  });
});

describe("a new comment", () => {
  test("proves that the browser works only when it is asked to, by a file that is loaded only then", async () => {
    const challenge = {
      parameters: {
        algorithm: "SHA-256",
        nonce: "00ff",
        salt: "0102",
        cost: 1,
        keyLength: 32,
        keyPrefix: "00",
      },
      signature: "signed",
    };
    answer("POST", "comments", ({ body }) =>
      body["proofOfWork"] ? posted() : { status: 202, json: { challenge, form: "form-3" } },
    );
    const { page, requests } = await stage.open();
    await page.getByText("Words 1").waitFor();
    expect(requests.filter((url) => url.includes("solve.js"))).toEqual([]);
    await write(page, "Buy tea");
    await page.getByText("Words 9").waitFor();
    expect(asked("POST", "comments")[1]?.body["form"]).toBe("form-3");
    const proof: { challenge: unknown; solution: { derivedKey: string } } = JSON.parse(
      atob(String(asked("POST", "comments")[1]?.body["proofOfWork"])),
    );
    expect(proof.challenge).toEqual(challenge);
    expect(proof.solution.derivedKey).toMatch(/^00/);
  });

  test("gives a review its stars where the site takes ratings", async () => {
    answer("GET", "thread", {
      json: thread({
        hasRatings: true,
        rating: { average: 4.5, count: 2 },
        items: [comment(1, { rating: 4 })],
      }),
    });
    answer("POST", "comments", posted({ rating: 5 }));
    const { page } = await stage.open();
    await page.getByRole("img", { name: "Rating: 4 of 5" }).waitFor();
    await page.getByLabel("Your rating").selectOption("5");
    await write(page, "Fine");
    await page.getByRole("img", { name: "Rating: 5 of 5" }).waitFor();
    expect(asked("POST", "comments")[0]?.body).toMatchObject({ rating: 5 });
  });

  test("is over where the talk is closed", async () => {
    answer("GET", "thread", { json: thread({ isClosed: true }) });
    const { page } = await stage.open();
    await page.getByText("Comments are closed.").waitFor();
    expect(await page.getByLabel("Your comment").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Reply" }).count()).toBe(0);
  });
});

describe("one's own comment", () => {
  beforeEach(() => {
    const editableUntil = new Date(Date.now() + 60_000).toISOString();
    answer("GET", "thread", {
      json: thread({ items: [comment(1, { isOwn: true, body: "Words *1*", editableUntil })] }),
    });
  });

  test("is changed as long as the server allows it", async () => {
    answer("PATCH", `comments/${idOf(1)}`, {
      json: { html: "<p>Better</p>", editedAt: new Date().toISOString() },
    });
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Edit" }).click();
    const area = page.getByLabel("Your comment").last();
    expect(await area.inputValue()).toBe("Words *1*");
    await area.fill("Better");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Better").waitFor();
    await page.getByText("edited").waitFor();
    expect(asked("PATCH", `comments/${idOf(1)}`)[0]?.body).toEqual({ body: "Better" });
  });

  test("is deleted after one more press", async () => {
    answer("DELETE", `comments/${idOf(1)}`, { json: { state: "deleted" } });
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Delete" }).click();
    expect(asked("DELETE", `comments/${idOf(1)}`)).toEqual([]);
    await page.getByRole("button", { name: "Delete for good" }).click();
    await page.getByText("This comment was deleted.").waitFor();
  });
});

describe("without words", () => {
  test("a reaction is given and taken back by the same button, and says so to a screen reader", async () => {
    const path = `comments/${idOf(1)}/reactions/like`;
    answer("PUT", path, { json: { reactions: { like: 3 }, mine: ["like"] } });
    answer("DELETE", path, { json: { reactions: { like: 2 }, mine: [] } });
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Good 0" }).click();
    const pressed = page.getByRole("button", { name: "Good 3", pressed: true });
    await pressed.waitFor();
    expect(await focused(page)).toContain("👍 3");
    await pressed.click();
    await page.getByRole("button", { name: "Good 2", pressed: false }).waitFor();
  });

  test("a report goes to the moderators with its reason", async () => {
    answer("POST", `comments/${idOf(1)}/reports`, { json: { reported: true } });
    const { page } = await stage.open();
    await page.getByRole("button", { name: "Report" }).click();
    await page.getByLabel("What is wrong with it?").selectOption("abuse");
    await page.getByLabel("In your own words").fill("rude");
    await page.getByRole("button", { name: "Report" }).last().click();
    await page.getByText("Thank you. A moderator will look at it.").waitFor();
    expect(asked("POST", `comments/${idOf(1)}/reports`)[0]?.body).toMatchObject({
      reason: "abuse",
      text: "rude",
    });
  });
});

describe("signing in", () => {
  const me = { name: "Anna", isVerified: true };
  beforeEach(() => {
    answer("GET", "thread", ({ token }) => ({
      json: thread({ me: token === "good" ? me : null, signIn: { email: true, oauth: "Tea ID" } }),
    }));
    answer("POST", "tokens", ({ body }) =>
      body["code"] === "c0de" || body["sso"] === "signed.by.site"
        ? { json: { token: "good", me } }
        : { status: 401, json: { title: "No" } },
    );
  });

  test("by a link in a mail: asked for here, and taken from the address when one comes back", async () => {
    answer("POST", "sign-ins", { json: { mailed: true } });
    const { page } = await stage.open();
    await page.getByLabel("E-mail, not shown").fill("anna@tea.example");
    await page.getByRole("button", { name: "Send a link to sign in" }).click();
    await page.getByText("Look into your mailbox").waitFor();
    expect(asked("POST", "sign-ins")[0]?.body).toMatchObject({
      email: "anna@tea.example",
      returnUrl: `${stage.site.origin}/tea`,
    });
    await page.goto(`${stage.site.origin}/tea?again#samovar-code=c0de`);
    await page.getByText("You write as Anna").waitFor();
    expect(page.url()).toBe(`${stage.site.origin}/tea?again`);
    expect(await page.context().cookies()).toEqual([]);
  });

  test("by another site's account, in a window of its own that closes itself", async () => {
    const { page } = await stage.open();
    await page.getByText("Words 1").waitFor();
    answer("GET", "oauth", { json: "the provider's page" });
    const popup = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in: Tea ID" }).click();
    const opened = await popup;
    await expect
      .poll(() => asked("GET", "oauth")[0]?.query)
      .toEqual({ returnUrl: `${stage.site.origin}/tea` });
    const closed = opened.waitForEvent("close");
    await opened.goto(`${stage.site.origin}/tea#samovar-code=c0de`);
    await closed;
    await page.getByText("You write as Anna").waitFor();
  });

  test("by the site's own token, given by attribute or by a function of the page", async () => {
    await setScene({ body: `<samovar-talk site="KEY" sso="signed.by.site"></samovar-talk>` });
    answer("GET", "thread", ({ token }) => ({ json: thread({ me: token === "good" ? me : null }) }));
    answer("POST", "tokens", { json: { token: "good", me } });
    const { page } = await stage.open();
    await page.getByText("You write as Anna").waitFor();
    expect(asked("POST", "tokens")[0]?.body).toEqual({ sso: "signed.by.site" });
    const other = await stage.open({
      script: `addEventListener("DOMContentLoaded", () => { const talk = document.querySelector("samovar-talk"); talk.removeAttribute("sso"); talk.ssoToken = async () => "later"; });`,
    });
    await other.page.getByText("You write as Anna").waitFor();
    expect(asked("POST", "tokens")[1]?.body).toEqual({ sso: "later" });
  });

  test("ends when he says so, and a token that is over makes him a guest", async () => {
    answer("DELETE", "tokens", { status: 204 });
    const { page } = await stage.open({ path: "/tea#samovar-code=c0de" });
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Name").waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate(() => localStorage.setItem("samovar-talk-KEY", "old"));
    answer("GET", "thread", ({ token }) =>
      token ? { status: 401, json: { title: "Over" } } : { json: thread() },
    );
    await page.reload();
    await page.getByLabel("Name").waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

describe("for everybody", () => {
  test.each(["light", "dark"] as const)("has no violation that axe finds, in the %s", async (colorScheme) => {
    await setScene({ language: "ru" });
    answer("GET", "thread", {
      json: thread({
        commentCount: 22,
        hasRatings: true,
        rating: { average: 4.5, count: 2 },
        signIn: { email: true, oauth: "Tea ID" },
        pinned: [comment(3, { pinnedAt: new Date().toISOString() })],
        items: [
          comment(1, {
            rating: 4,
            descendantCount: 1,
            replies: [comment(2, { parentId: idOf(1), rootId: idOf(1), depth: 1, isOwn: true })],
          }),
        ],
      }),
    });
    const { page, violations, faults } = await stage.open({ colorScheme });
    await page.getByRole("heading", { name: "22 комментария" }).waitFor();
    await page.getByRole("button", { name: "Ответить" }).first().click();
    await page.getByRole("button", { name: "Пожаловаться" }).last().click();
    expect(await violations()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("works by keyboard alone: writes, sends by Ctrl and Enter, goes on from the comment", async () => {
    answer("POST", "comments", posted());
    const { page } = await stage.open();
    await page.getByLabel("Your comment").focus();
    await page.keyboard.type("Keys only");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Anna");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Words 9").waitFor();
    expect(await focused(page)).toContain("Words 9");
  });

  test("speaks a language that the owner has words for", async () => {
    await setScene({ language: "de", head: "" });
    const { page } = await stage.open({
      script: `window.samovarWords = { de: { "samovar-talk": { count: { one: "# Kommentar", other: "# Kommentare" }, reply: "Antworten" } } };`,
    });
    await page.getByRole("heading", { name: "1 Kommentar" }).waitFor();
    await page.getByRole("button", { name: "Antworten" }).waitFor();
    await page.getByText("vor 5 Minuten").waitFor();
  });

  test("fits a phone of 360 points, and takes the owner's colours and parts", async () => {
    await setScene({
      head: `<style nonce="n">samovar-talk { --samovar-button: rgb(1, 2, 3) } samovar-talk::part(send) { letter-spacing: 5px }</style>`,
    });
    answer("GET", "thread", {
      json: thread({ items: [comment(1, { html: `<p>${"long".repeat(100)}</p>` })] }),
    });
    const { page } = await stage.open({ viewport: { width: 360, height: 640 } });
    const send = page.getByRole("button", { name: "Send", exact: true });
    await send.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const look = await send.evaluate((element) => {
      const { backgroundColor, letterSpacing } = getComputedStyle(element);
      return { backgroundColor, letterSpacing };
    });
    expect(look).toEqual({ backgroundColor: "rgb(1, 2, 3)", letterSpacing: "5px" });
  });

  test("shifts nothing that was kept a place for, and asks only when it comes near", async () => {
    await setScene({
      body: `<div style-free></div><samovar-talk site="KEY"></samovar-talk>`,
      head: `<style nonce="n">div { block-size: 4000px } samovar-talk { display: block; min-block-size: 40rem }</style>`,
    });
    const { page, shift, requests } = await stage.open();
    await page.waitForTimeout(500);
    expect(asked("GET", "thread")).toEqual([]);
    await page.evaluate(() => scrollTo(0, 3600));
    await page.getByText("Words 1").waitFor();
    expect(await shift()).toBe(0);
    const origins = new Set(
      requests.filter((url) => url.startsWith("http")).map((url) => new URL(url).origin),
    );
    expect([...origins].toSorted()).toEqual([stage.house.origin, stage.site.origin].toSorted());
  });
});

const author = (name: string) => ({ name, kind: "guest", url: null, avatarUrl: null });

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.textContent ?? "",
  );
