import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { type Owner, setUpOwner } from "@samovar/demo/workspace/owner.ts";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { elementKinds } from "../admin/src/elements/element-kinds.ts";
import { elementLine } from "../admin/src/elements/element-lines.ts";
import { startChromium } from "./browser.ts";
import { startHouse } from "./house.ts";
import { until } from "./until.ts";

test(
  "all elements stand on an owner's page at once, and each does its work with the house",
  { timeout: 500_000 },
  async () => {
    const held = new AsyncDisposableStack();
    onTestFinished(() => held.disposeAsync());
    const chromium = held.use(await startChromium());
    const house = held.use(await startHouse());
    const shop = held.use(await serveShop());
    const owner = await setUpOwner(house.url);
    const siteId = await placeElements(owner, shop);

    const page = await (await chromium.open()).newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(`${shop.origin}/tea`);

    await writeComment(page);
    await reactAndVote(page, owner, siteId);
    await subscribe(page);
    await askForCoffee(page);
    await page.getByRole("button", { name: "Share" }).waitFor();

    expect(await failedOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  },
);

/** A guest's first words: taken, shown to himself, and there again after a reload. */
async function writeComment(page: Page): Promise<void> {
  const talk = page.locator("samovar-talk");
  await talk.scrollIntoViewIfNeeded();
  await talk.getByLabel("Your comment").fill("Good tea, **thank you**.");
  await talk.getByLabel("Name").fill("Anna");
  await talk.getByRole("button", { name: "Send", exact: true }).click();
  await talk.getByRole("article", { name: "Anna" }).getByText("thank you").waitFor({ timeout: 60_000 });
  await page.reload();
  await talk.scrollIntoViewIfNeeded();
  await talk.getByRole("article", { name: "Anna" }).waitFor();
  await talk.getByText("You write as Anna").waitFor();
}

async function reactAndVote(page: Page, owner: Owner, siteId: string): Promise<void> {
  await page.locator("samovar-reactions").getByRole("button", { name: "Good 0" }).click();
  await page.locator("samovar-reactions").getByRole("button", { name: "Good 1", pressed: true }).waitFor();
  const poll = page.locator("samovar-poll");
  await poll.getByLabel("Black").check();
  await poll.getByRole("button", { name: "Vote" }).click();
  await poll.getByText("✓ Black: 1").waitFor();
  await until("the owner sees the vote", async () => {
    const { items } = await owner.client.ask("listPolls", { siteId });
    return items[0]?.voterCount === 1;
  });
}

async function subscribe(page: Page): Promise<void> {
  const letters = page.locator("samovar-letters");
  await letters.scrollIntoViewIfNeeded();
  await letters.getByLabel("Your e-mail").fill("anna@tea.example");
  await letters.getByRole("button", { name: "Subscribe" }).click();
  await letters.getByText("Look into your mailbox").waitFor({ timeout: 60_000 });
}

async function askForCoffee(page: Page): Promise<void> {
  const answers = page.locator("samovar-answers");
  await answers.getByRole("searchbox").fill("Is there coffee?");
  await answers.getByText("Nothing was found.").waitFor();
  await answers.getByRole("button", { name: "Ask the editor" }).click();
  await answers.getByRole("button", { name: "Ask", exact: true }).click();
  await answers.getByText("Thank you. The answer will come here").waitFor();
}

/** Elements that could not begin, and why. */
const failedOf = (page: Page) =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll("[failed]"),
      (element) => `${element.localName}: ${element.getAttribute("failed")}`,
    ),
  );

async function violationsOn(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, {}));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

interface Shop extends AsyncDisposable {
  readonly origin: string;
  /** What its pages hold between heading and end. */
  readonly place: (head: string, body: string) => void;
}

/** The owner's pages, at an origin that is not the house's. */
async function serveShop(): Promise<Shop> {
  let html = "";
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    place(head, body) {
      html = `<!doctype html><html lang="en"><head><title>Tea</title><link rel="icon" href="data:,"><style>body { background: Canvas; color: CanvasText }</style>${head}</head><body><main><h1>Tea</h1>${body}</main></body></html>`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The very lines that the app gives to copy. */
async function placeElements({ client }: Owner, shop: Shop): Promise<string> {
  const site = await client.ask("createSite", { name: "Tea shop", origin: shop.origin });
  const poll = await client.ask("createPoll", {
    siteId: site.id,
    question: "Which tea?",
    options: ["Green", "Black"],
  });
  const where = {
    origin: new URL(/src="([^"]+)"/.exec(site.embedLine)?.[1] ?? "").origin,
    siteKey: /data-site="([^"]*)"/.exec(site.embedLine)?.[1] ?? "",
    fallback: "Here",
  };
  const lines = elementKinds.map((kind) =>
    elementLine(kind, kind.id === "poll" ? { poll: poll.id } : {}, where),
  );
  shop.place(site.embedLine, lines.join("\n"));
  return site.id;
}
