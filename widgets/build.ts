import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { widgets } from "./widgets.ts";

const root = import.meta.dirname;
const outDir = join(root, "dist");

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
