import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { LaunchError, run, step } from "./steps.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that the tests drive; root on Debian gets it installed, everyone else the command that does it. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await step("Installing Chromium with apt-get, which the tests drive", installChromium);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new LaunchError(
    "The tests need a Chromium, and there is none",
    `Install one and run this again: ${installCommand()}`,
  );
}

function findChromium() {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen && !existsSync(chosen)) {
    throw new LaunchError(
      `CHROMIUM_PATH names ${chosen}, where there is nothing`,
      "Correct it, or unset it to have one found",
    );
  }
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [chosen, ...inPath, ...applications, ...listPlaywrights()].find((file) => file && existsSync(file));
}

// Playwright keeps one folder for each version; the newest first.
function listPlaywrights() {
  const caches = [
    process.env["PLAYWRIGHT_BROWSERS_PATH"],
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ];
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  ];
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => /^chromium-\d+$/.test(name))
        .toSorted()
        .toReversed()
        .map((name) => join(cache, name)),
    )
    .flatMap((folder) => inside.map((file) => join(folder, file)));
}

async function installChromium() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const script = "apt-get update && apt-get install -y --no-install-recommends chromium";
  await run(["/bin/sh", "-c", script], { env, capture: true });
}

function installCommand() {
  if (process.platform === "darwin") return "brew install --cask chromium";
  if (existsSync("/usr/bin/apt-get")) return "sudo apt-get update && sudo apt-get install -y chromium";
  return "npx playwright-core install --with-deps chromium";
}
