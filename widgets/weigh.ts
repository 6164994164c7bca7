import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Widget, widgets } from "./widgets.ts";

export interface Weight extends Widget {
  readonly gzipBytes: number;
}

/** What each built widget weighs as it travels. */
export function weighWidgets(folder = join(import.meta.dirname, "dist")): Promise<readonly Weight[]> {
  return Promise.all(
    widgets.map(async (widget) => {
      const gzipBytes = gzipSync(await readFile(join(folder, widget.file)), { level: 9 }).length;
      return Object.assign({ gzipBytes }, widget);
    }),
  );
}
