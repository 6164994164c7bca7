/**
 * Builds the published form of a package into `dist/`: JavaScript, declarations, and a package.json that points at
 * them. (Node strips no types below node_modules, so what others install must be compiled.)
 * `npm run build -w http-client -w audit -w repair -w client -w cli`, in this order, then `npm publish client/dist` and so on.
 */
import { execFile } from "node:child_process";
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
const licence = fileURLToPath(new URL("../LICENSE", import.meta.url));

interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export async function buildPackage(folder: string, target = join(folder, "dist")): Promise<void> {
  await rm(target, { recursive: true, force: true });
  const emit = ["-p", join(folder, "tsconfig.build.json"), "--outDir", target];
  await promisify(execFile)(process.execPath, [compiler, ...emit]).catch(tellOutput);
  const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  await writeFile(join(target, "package.json"), `${JSON.stringify(publishedForm(manifest), undefined, 2)}\n`);
  await copyFile(join(folder, "README.md"), join(target, "README.md"));
  await copyFile(licence, join(target, "LICENSE"));
}

/** The compiler tells its findings on standard output. */
function tellOutput(error: unknown): never {
  const { stdout }: { stdout?: unknown } = Object(error);
  throw new Error(`The compiler refused:\n${String(stdout)}`, { cause: error });
}

/** The manifest of a checkout, turned towards what was built. */
function publishedForm(manifest: Manifest): object {
  const { bin, exports } = manifest;
  const published = {
    ...manifest,
    engines: { node: ">=20" },
    exports: turned(exports),
    ...(bin ? { bin: turned(bin) } : {}),
  };
  const ofTheCheckout = new Set(["private", "scripts", "devDependencies"]);
  return Object.fromEntries(Object.entries(published).filter(([name]) => !ofTheCheckout.has(name)));
}

/** What tests use stays at home. */
const turned = (paths: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(paths)
      .filter(([name]) => !name.startsWith("./testing"))
      .map(([name, source]) => [name, source.replace(/^\.\/src\/(.*)\.ts$/, "./$1.js")]),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPackage(resolve("."));
