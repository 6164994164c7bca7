/** What an owner does in the app, step by step, as a person would. */
import { type Client, createClient } from "@samovar/client";
import type { SampleSite } from "@samovar/demo/site/serve-site.ts";
import type { Twin } from "@samovar/server/networks/mastodon/twin.ts";
import type { Locator, Page } from "playwright-core";
import { type Say, wordsIn } from "./words.ts";

const say = wordsIn("en");

export const owner = {
  name: "Olga Owner",
  email: "olga@tea.test",
  password: "correct horse battery",
} as const;

/** The first visitor finds the house without an owner, and becomes it. */
export async function setUpHouse(page: Page, houseUrl: string): Promise<void> {
  await page.goto(`${houseUrl}/admin`);
  await field(page, say("person.name")).fill(owner.name);
  await field(page, say("person.email")).fill(owner.email);
  await field(page, say("person.password")).fill(owner.password);
  await field(page, say("setUp.workspaceName")).fill("Tea house");
  await page.getByRole("button", { name: say("setUp.submit") }).click();
  await page.waitForURL(/\/admin\/start$/);
}

interface SigningIn {
  readonly houseUrl: string;
  readonly email: string;
  readonly password: string;
  /** In the language that the browser speaks. */
  readonly say: Say;
}

export async function signInWith(
  page: Page,
  { houseUrl, email, password, say: tell }: SigningIn,
): Promise<void> {
  await page.goto(`${houseUrl}/admin/sign-in`);
  await field(page, tell("person.email")).fill(email);
  await field(page, tell("person.password")).fill(password);
  await page.getByRole("button", { name: tell("signIn.submit"), exact: true }).click();
  await page.waitForURL(/\/admin\/?$/);
}

/** Asks the API with the session of the page's browser: for what a person would only look at again and again. */
export async function clientOf(page: Page, houseUrl: string): Promise<Client> {
  const ask: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    const cookies = await page.context().cookies(houseUrl);
    headers.set("cookie", cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
    headers.set("origin", houseUrl);
    return fetch(url, { ...init, headers });
  };
  const anywhere = createClient({ baseUrl: houseUrl, fetch: ask });
  const { workspaces } = await anywhere.ask("getMe", {});
  return createClient({ baseUrl: houseUrl, fetch: ask, workspaceId: workspaces[0]?.id });
}

/** Registers the magazine, copies what the page says into the magazine's pages, has it proved, reads the sitemap. */
export async function addSite(page: Page, site: SampleSite): Promise<void> {
  await goTo(page, "/sites");
  await page
    .getByRole("button", { name: say("sites.add") })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await field(dialog, say("sites.origin")).fill(site.origin);
  await field(dialog, say("sites.name")).fill("Чайный двор");
  await dialog.getByRole("button", { name: say("sites.add") }).click();
  await page.waitForURL(/\/admin\/sites\/[0-9a-f-]{36}$/);
  const embedLine = await copied(page, "data-site=");
  const proofMeta = await copied(page, "samovar-site");
  const samovarUrl = new URL(page.url()).origin;
  site.embed({ embedLine, proofMeta, samovarUrl }, { fileText: "" });
  await page.getByRole("button", { name: say("sites.check") }).click();
  await page.getByText(say("sites.proved"), { exact: true }).first().waitFor();
}

/** What a field to be copied holds. */
async function copied(page: Page, containing: string): Promise<string> {
  return page.locator("code", { hasText: containing }).first().innerText();
}

export interface BlueskyAccount {
  readonly server: string;
  readonly handle: string;
  readonly appPassword: string;
}

export async function connectBluesky(page: Page, account: BlueskyAccount): Promise<void> {
  const dialog = await openConnect(page, "Bluesky");
  await field(dialog, "Handle").fill(account.handle);
  await field(dialog, "App password").fill(account.appPassword);
  await field(dialog, /Own server \(PDS\)/).fill(account.server);
  await dialog.getByRole("button", { name: say("channels.connect") }).click();
  await page.getByRole("article", { name: new RegExp(account.handle) }).waitFor();
}

/** Signs in at the server itself, and lets Samovar in there. */
export async function connectMastodon(page: Page, twin: Twin): Promise<void> {
  const dialog = await openConnect(page, "Mastodon");
  await field(dialog, "Server").fill(twin.url);
  await dialog.getByRole("button", { name: say("channels.goSignIn") }).click();
  await page.waitForURL(`${twin.url}/**`);
  await page.getByLabel("Password").fill("demo");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("button", { name: "Authorize" }).click();
  await page.waitForURL(/\/admin\/channels/);
  await page.getByRole("article", { name: /@demo@/ }).waitFor();
}

async function openConnect(page: Page, network: string) {
  await goTo(page, "/channels");
  await page
    .getByRole("button", { name: say("channels.connect") })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: network }).click();
  return dialog;
}

export interface Words {
  readonly text: string;
  readonly link: string;
  readonly picture?: { readonly file: Buffer; readonly alt: string };
}

/** Writes a post in the composer; every connected channel is chosen already. */
export async function compose(page: Page, { text, link, picture }: Words): Promise<void> {
  await goTo(page, "/posts/new");
  await field(page, say("composer.text")).fill(text);
  await page.getByLabel(say("composer.link"), { exact: true }).first().fill(link);
  await page.keyboard.press("Escape"); // the list of known pages
  if (!picture) return;
  const file = { name: "samovar.jpg", mimeType: "image/jpeg", buffer: picture.file };
  await page.locator('input[type="file"]').setInputFiles(file);
  const alt = field(page, say("composer.alt", { name: "samovar.jpg" }));
  await alt.fill(picture.alt);
}

/** Sends what is in the composer; answers the post's id. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole("button", { name: say("composer.publish") }).click();
  await page.waitForURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Goes to a page of the app, as by its menu. */
export async function goTo(page: Page, path: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/admin${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** A field by the words before it. */
export const field = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole("textbox", { name, exact: true });
