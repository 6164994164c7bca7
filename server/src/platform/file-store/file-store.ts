import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { randomUUID } from "node:crypto";

/** Media by key. Written once, never changed. */
export interface FileStore {
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (key: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly remove: (key: string) => Promise<void>;
}

/** Keeps media on disk below `folder`. A file appears whole or not at all. */
export function createDiskStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    const path = normalize(join(folder, key));
    if (!path.startsWith(normalize(folder))) throw new Error(`The key ${key} leads out of the media folder`);
    return path;
  };
  return {
    async write(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${randomUUID()}`;
      await using file = await open(draft, "w");
      await file.writeFile(bytes);
      await file.sync();
      await rename(draft, path);
    },
    async read(key) {
      return new Uint8Array(await readFile(pathOf(key)));
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
