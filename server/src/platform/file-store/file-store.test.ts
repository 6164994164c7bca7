import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDiskStore } from "./file-store.ts";

async function openStore() {
  const folder = await mkdtemp(join(tmpdir(), "samovar-files-"));
  return {
    folder,
    store: createDiskStore(join(folder, "media")),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

test("what is written is read again, byte by byte, until it is removed", async () => {
  await using opened = await openStore();
  const bytes = Uint8Array.of(0, 255, 13, 10);
  await opened.store.write("a/b/original", bytes);
  expect(await opened.store.read("a/b/original")).toEqual(bytes);
  expect(await readdir(join(opened.folder, "media/a/b"))).toEqual(["original"]);
  await opened.store.remove("a/b/original");
  await opened.store.remove("a/b/original");
  await expect(opened.store.read("a/b/original")).rejects.toThrow("ENOENT");
});

test.each(["../outside", "a/../../media-of-others/x", "..", "."])(
  "the key %s leads nowhere outside",
  async (key) => {
    await using opened = await openStore();
    await expect(opened.store.write(key, Uint8Array.of(1))).rejects.toThrow("leads out of the media folder");
    expect(await readdir(opened.folder)).toEqual([]);
  },
);

test("a write that fails leaves nothing half-written behind", async () => {
  await using opened = await openStore();
  await opened.store.write("a/b", Uint8Array.of(1));
  await expect(opened.store.write("a/b/c", Uint8Array.of(1))).rejects.toThrow();
  await opened.store.write("dir/x", Uint8Array.of(1));
  await expect(opened.store.write("dir", Uint8Array.of(1))).rejects.toThrow();
  expect(await readdir(join(opened.folder, "media"))).toEqual(["a", "dir"]);
});
