import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { type Widget, widgets } from "./widgets.ts";

const root = import.meta.dirname;

/** Builds every widget into a file of its own, for owners' pages load them one by one. */
export async function buildWidgets(outDir = join(root, "dist")): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  for (const { entry, file, format } of widgets) {
    await build({
      root,
      configFile: false,
      logLevel: "warn",
      plugins: [keepApart(entry)],
      build: {
        outDir,
        emptyOutDir: false,
        target: "es2022",
        modulePreload: false,
        // A library of modules is else left with its spaces.
        rolldownOptions: { output: { minify: true } },
        lib: { entry: join(root, entry), formats: [format], name: "samovarWidget", fileName: () => file },
      },
    });
  }
  for (const widget of widgets) await nameVersions(outDir, widget);
}

/** What is a widget's file by itself is loaded by those that import it, not copied into each. */
function keepApart(entry: string): Plugin {
  const files = new Map(
    widgets.filter((one) => one.entry !== entry).map((one) => [join(root, one.entry), one.file]),
  );
  return {
    name: "samovar:keep-apart",
    enforce: "pre",
    resolveId(source, importer) {
      const file = importer && files.get(resolve(dirname(importer), source));
      return file ? { id: `./${file}`, external: true } : undefined;
    },
  };
}

/** A file asks for another by the version that it was built with: a browser's older copy is no match for a newer one. */
async function nameVersions(outDir: string, { file }: Widget): Promise<void> {
  const path = join(outDir, file);
  let text = await readFile(path, "utf8");
  for (const { file: other } of widgets) {
    if (!text.includes(`./${other}`)) continue;
    const version = createHash("sha256").update(await readFile(join(outDir, other)));
    text = text.replaceAll(`./${other}`, `./${other}?v=${version.digest("hex").slice(0, 8)}`);
  }
  await writeFile(path, text);
}

if (import.meta.main) await buildWidgets();
