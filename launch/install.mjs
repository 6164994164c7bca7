import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { LaunchError, root, run, step } from "./steps.mjs";

const modules = join(root, "node_modules");
const lockFile = join(root, "package-lock.json");
const stampFile = join(modules, ".samovar-installed");
const neededGigabytes = 2;

/** Runs `npm ci` when nothing is installed yet, or something else than package-lock.json says. */
export async function ensureInstalled() {
  const wanted = createHash("sha256")
    .update(readFileSync(lockFile))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
  if (readStamp() === wanted) return;
  if (!wasInstalledByHand()) await install();
  writeStamp(wanted);
}

async function install() {
  requireWritable();
  requireRoom();
  const why = existsSync(modules) ? "package-lock.json has changed" : "a fresh checkout";
  await step(
    `Installing packages with npm (${why}; about 400 MB to download, a minute or a few)`,
    installPackages,
  );
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : undefined;
}

// A stamp that cannot be written (another user's checkout) costs the look at two dates next time, no more.
function writeStamp(hash) {
  try {
    writeFileSync(stampFile, hash);
  } catch (error) {
    if (!["EACCES", "EROFS"].includes(error.code)) throw error;
  }
}

// npm writes its own note of what it installed when it ends, within moments of package-lock.json.
function wasInstalledByHand() {
  const note = join(modules, ".package-lock.json");
  return existsSync(note) && statSync(note).mtimeMs >= statSync(lockFile).mtimeMs - 5000;
}

function requireWritable() {
  try {
    accessSync(existsSync(modules) ? modules : root, constants.W_OK);
  } catch {
    throw new LaunchError(
      `Packages must be installed, and ${root} cannot be written by this user`,
      `Run \`sudo chown -R "$(id -un)" ${root}\`, or clone it into a folder of your own`,
    );
  }
}

function requireRoom() {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1024 ** 3;
  if (free >= neededGigabytes) return;
  throw new LaunchError(
    `Installing needs ${neededGigabytes} GB of disk; ${root} has ${free.toFixed(1)} GB free`,
    "Free some space, or move the checkout to a larger disk",
  );
}

async function installPackages() {
  const cli = process.env["npm_execpath"];
  const npm = cli && /\.c?js$/.test(cli) ? [findOuterNode(), cli] : ["npm"];
  // No package's script is needed: what would be compiled comes prebuilt, and the pinned Node is fetched by us.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code } = await run([...npm, ...args], { env: { ...process.env, PATH: outerPath() } });
  if (code === 0) return;
  throw new LaunchError(
    `npm could not install the packages (code ${code}); its reason stands above`,
    "Check the network and the disk, then run this again; `npm cache verify` helps with a damaged cache",
  );
}

// `npm ci` begins by removing node_modules, and with it the Node that this may be running on.
function outerPath() {
  const entries = (process.env["PATH"] ?? "").split(delimiter);
  return entries.filter((entry) => !entry.startsWith(modules)).join(delimiter);
}

function findOuterNode() {
  const candidates = outerPath()
    .split(delimiter)
    .map((entry) => join(entry, "node"));
  return candidates.find((file) => existsSync(file)) ?? process.execPath;
}
