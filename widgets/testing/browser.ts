import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium: the one of the system, or the one that `CHROMIUM_PATH` names. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: flags });
}

function findChromium(): string {
  const candidates = [
    // oxlint-disable-next-line node/no-process-env -- where the test's browser is concerns the tests alone
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    "No Chromium was found: install it (`apt-get install chromium`), or name it in CHROMIUM_PATH",
  );
}
