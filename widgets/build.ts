import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { widgets } from "./widgets.ts";

const root = import.meta.dirname;

/** Builds every widget into a file of its own, for owners' pages load them one by one. */
export async function buildWidgets(outDir = join(root, "dist")): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  for (const { entry, file, format } of widgets) {
    await build({
      root,
      configFile: false,
      logLevel: "warn",
      build: {
        outDir,
        emptyOutDir: false,
        target: "es2022",
        lib: { entry: join(root, entry), formats: [format], name: "samovarWidget", fileName: () => file },
      },
    });
  }
}

if (import.meta.main) await buildWidgets();
