import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { setUpOwner } from "@samovar/demo/workspace/owner.ts";
import { registerSite } from "@samovar/demo/workspace/site.ts";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { signInWith } from "./owner.ts";
import { bringVisitors } from "./visitors.ts";
import { wordsIn } from "./words.ts";
import { startWorld, type World } from "./world.ts";

/** Every address of the app that needs no id; the others are added once they exist. */
const paths = [
  "/",
  "/start",
  "/posts",
  "/posts/new",
  "/calendar",
  "/channels",
  "/conversations",
  "/attention",
  "/sites",
  "/pages",
  "/cards",
  "/elements",
  "/report",
  "/links",
  "/settings/workspace",
  "/settings/people",
  "/settings/keys",
  "/settings/history",
  "/settings/account",
] as const;

/** Rooms of what visitors do. */
const visitorsPaths = [
  "/comments",
  "/comments?state=spam",
  "/comments/rules",
  "/comments/transfer",
  "/lists",
  "/welcome",
  "/answers",
  "/answers?view=faq",
  "/subscribers",
  "/subscribers/offer",
  "/settings/mail",
  "/headlines",
  "/traffic",
  "/visits",
  "/share-trees",
  "/attribution",
] as const;

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Look {
  readonly language: "en" | "ru";
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
}

declare global {
  interface Window {
    /** Put into the page by `inspect`. */
    readonly axe: { readonly run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

const desk = { width: 1280, height: 900 };
const looks: readonly Look[] = [
  { language: "en", colorScheme: "light", viewport: desk },
  { language: "ru", colorScheme: "dark", viewport: desk },
  { language: "en", colorScheme: "dark", viewport: { width: 360, height: 740 } },
  { language: "ru", colorScheme: "light", viewport: { width: 360, height: 740 } },
];

test(
  "every page is free of what axe finds, in both languages, light and dark, wide and at 360 px",
  { timeout: 600_000 },
  async () => {
    const world = await startWorld();
    const { owner, ids } = await furnish(world);
    expect(await findFaults(world, { owner, looks, pages: [...paths, ...ids] })).toEqual([]);
  },
);

test(
  "every room that visitors fill is so too, on a desk in English and at 360 px in the dark in Russian",
  { timeout: 900_000 },
  async () => {
    const world = await startWorld();
    const { owner, site } = await furnish(world);
    const { client } = owner;
    const slugs = ["kak-zavarit-ivan-chaj", "water-for-tea"];
    const left = await bringVisitors({
      houseUrl: world.house.url,
      client,
      site,
      paths: slugs.map((slug) => `/${slug}`),
    });
    const rooms = [
      `/headlines/${left.testId}`,
      `/lists/${left.listId}`,
      `/subscribers/${left.subscriberId}`,
      `/visits/${left.visitId}`,
      `/share-trees/${left.shareRoot}`,
    ];
    const far: Look = { language: "ru", colorScheme: "dark", viewport: { width: 360, height: 740 } };
    const near: Look = { language: "en", colorScheme: "light", viewport: desk };
    const asked = { owner, looks: [near, far], pages: [...visitorsPaths, ...rooms] };
    expect(await findFaults(world, asked)).toEqual([]);
  },
);

test("the language and the theme are switched by hand, and stay", async () => {
  const world = await startWorld();
  const { owner } = await furnish(world);
  const [en, ru] = [wordsIn("en"), wordsIn("ru")];
  const page = await openAs(world, { language: "en", colorScheme: "light", viewport: desk }, owner);
  await page.goto(`${world.house.url}/admin/settings/account`);
  await page.getByText("Русский", { exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: ru("nav.items.account") }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: ru("nav.items.account") }).waitFor();
  await page.getByText("English", { exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: en("nav.items.account") }).waitFor();
  await page.getByRole("button", { name: new RegExp(owner.name) }).click();
  await page.getByRole("menuitem", { name: en("theme.dark") }).click();
  await page.reload();
  expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
});

interface Walk {
  readonly owner: Owner;
  readonly looks: readonly Look[];
  readonly pages: readonly string[];
}

async function findFaults(world: World, walk: Walk): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const look of walk.looks) {
    const page = await openAs(world, look, walk.owner);
    for (const path of walk.pages) {
      const found = await inspect(page, world.house.url, path).catch((error: unknown) => [
        `${path} ${String(error)}`,
      ]);
      faults.push(...found);
    }
    await page.context().close();
  }
  return faults;
}

/** A house with something on most of its pages. */
async function furnish(world: World) {
  const owner = await setUpOwner(world.house.url);
  const site = await registerSite(owner.client, world.site, AbortSignal.timeout(30_000));
  const values = { server: world.twin.url, accessToken: world.twin.tokenFor("demo") };
  const { channel } = await owner.client.ask("startConnection", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  const post = await owner.client.ask("createPost", {
    text: "Чай подан.",
    languages: ["ru"],
    linkUrl: world.site.addressOf("podstakannik"),
    variants: channel ? [{ channelId: channel.id }] : [],
  });
  return { owner, site, ids: [`/sites/${site.id}`, `/posts/${post.id}`, `/posts/${post.id}/edit`] };
}

type Owner = Awaited<ReturnType<typeof furnish>>["owner"];

async function openAs({ chromium, house }: World, look: Look, owner: Owner): Promise<Page> {
  const { language, ...options } = look;
  const locale = { en: "en-GB", ru: "ru-RU" }[language];
  const settings: BrowserContextOptions = { ...options, locale };
  const page = await (await chromium.open(settings)).newPage();
  await signInWith(page, { houseUrl: house.url, say: wordsIn(language), ...owner });
  return page;
}

/** What is wrong with the page: axe's findings, text that runs out of the window, errors in the console. */
async function inspect(page: Page, houseUrl: string, path: string): Promise<string[]> {
  const errors: string[] = [];
  const hear = (error: Error) => errors.push(error.message);
  page.on("pageerror", hear);
  await page.goto(`${houseUrl}/admin${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(await readFile(axePath, "utf8"));
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
  });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  page.off("pageerror", hear);
  const where = `${path} (${(await page.locator("html").getAttribute("lang")) ?? "?"}, ${await schemeOf(page)}, ${page.viewportSize()?.width} px)`;
  return [...found, ...errors, ...(overflow > 0 ? [`${overflow} px wider than the window`] : [])].map(
    (fault) => `${where} ${fault}`,
  );
}

async function schemeOf(page: Page): Promise<string> {
  return (await page.locator("html").getAttribute("data-mantine-color-scheme")) ?? "?";
}
