/** What a reader does: follows a link, reads, passes the page on. */
import type { BrowserContext, Page } from "playwright-core";
import type { Chromium } from "./browser.ts";

/** Browsers that run by a program say so in their name, and are counted as robots: readers have names of people. */
const names = {
  first:
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36",
  second:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36",
} as const;

/** A browser of their own; to the house they are told apart by its name, for all sit at one address. */
export async function openReader(
  chromium: Chromium,
  who: keyof typeof names,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.open({ userAgent: names[who], locale: "ru-RU" });
  return { context, page: await context.newPage() };
}

/** Reads to the end; the browser is given the second in which the site's script gathers what it says. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.mouse.wheel(0, 20_000);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(2500);
}

/** Presses the share button and copies the link; answers what a friend would be sent. */
export async function shareByCopy(page: Page): Promise<string> {
  await page
    .context()
    .grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(page.url()).origin });
  await page.getByRole("button", { name: /^(Поделиться|Share)$/ }).click();
  await page.getByRole("button", { name: /^(Скопировать ссылку|Copy link)$/ }).click();
  await page.getByText(/^(Ссылка скопирована|Link copied)$/).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
