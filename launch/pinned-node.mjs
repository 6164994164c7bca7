import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError, root, run, step } from "./steps.mjs";

const modules = join(root, "node_modules");

/** The Node that the project pins, as its package `node` brought it; fetched now if its install script did not run. */
export async function findPinnedNode() {
  const found = findBinary();
  if (found) return found;
  await step(`Fetching Node ${readPinnedVersion()}, which the project pins`, () =>
    run([process.execPath, "installArchSpecificPackage.js"], {
      cwd: join(modules, "node"),
      env: {
        ...process.env,
        npm_config_audit: "false",
        npm_config_fund: "false",
        npm_config_loglevel: "error",
      },
    }),
  );
  const fetched = findBinary();
  if (fetched) return fetched;
  // Types are stripped without a warning since 24.12: any such Node runs the server just as well.
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 12)) return process.execPath;
  throw new LaunchError(
    `The pinned Node ${readPinnedVersion()} could not be fetched, and this is Node ${process.versions.node}`,
    "Run `npm rebuild node --ignore-scripts=false`, or start with Node 24.12 or newer",
  );
}

function findBinary() {
  const platform = `${process.platform}-${process.arch}`;
  const names = [`node-${platform}`, `node-bin-${platform}`];
  const places = [
    join(modules, "node"),
    ...names.flatMap((name) => [join(modules, name), join(modules, "node/node_modules", name)]),
  ];
  return places.map((place) => join(place, "bin/node")).find((file) => existsSync(file));
}

function readPinnedVersion() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies.node;
}
