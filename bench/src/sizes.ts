import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { weighWidgets } from "@samovar/widgets/weigh.ts";
import { root } from "./house.ts";
import type { Figures } from "./main.ts";

export const about = "gzip sizes of what browsers load; fails over budget";

export async function measure(): Promise<Figures> {
  const weights = await weighWidgets();
  const widgets = weights.flatMap(({ file, gzipBytes, maxGzipBytes }) => [
    [`${nameOf(file)}_gzip_bytes`, gzipBytes],
    [`${nameOf(file)}_max_gzip_bytes`, maxGzipBytes],
  ]);
  return {
    ...Object.fromEntries(widgets),
    admin_first_load_gzip_bytes: await firstLoadBytes(),
    within_budget: weights.every(({ gzipBytes, maxGzipBytes }) => gzipBytes <= maxGzipBytes),
  };
}

const nameOf = (file: string) => file.replaceAll(/\W/g, "_");

/** The app's page and the scripts and styles that it names itself. */
async function firstLoadBytes(): Promise<number> {
  const folder = join(root, "admin/dist");
  const page = await readFile(join(folder, "index.html"), "utf8");
  const files = [...page.matchAll(/(?:src|href)="\/admin\/([^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? "",
  );
  const bodies = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return [Buffer.from(page), ...bodies].reduce((sum, body) => sum + gzipSync(body).length, 0);
}
