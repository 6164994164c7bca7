/** A real Chromium; pictures of what was on the screen when a journey failed. */
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

// From the facts about real browsers as root and in containers.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export interface Chromium extends AsyncDisposable {
  /** A browser of somebody else: cookies and storage of its own. Closed when the test is over. */
  readonly open: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

export async function startChromium(): Promise<Chromium> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  return {
    async open(options = {}) {
      const context = await browser.newContext({ locale: "en-GB", ...options });
      context.setDefaultTimeout(20_000);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === "fail") await takePictures(context.pages(), task.name);
        await context.close();
      });
      return context;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

function findChromium(): string {
  const named = process.env["CHROMIUM_PATH"];
  const found = named || places.find((path) => existsSync(path));
  if (found) return found;
  throw new Error("There is no Chromium. Install it (apt-get install chromium), or set CHROMIUM_PATH");
}

async function takePictures(pages: readonly Page[], name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "samovar-journey-failed-"));
  for (const [number, page] of pages.entries()) {
    if (page.isClosed()) continue;
    const path = join(folder, `${number}.png`);
    await page.screenshot({ path, fullPage: true });
    process.stderr.write(`${name}: ${page.url()} looked like ${path}\n`);
  }
}
