import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { prepareFolder } from "./prepare-folder.ts";

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "samovar-demo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a folder that holds anything but a demo is left alone, and the answer says what to do", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "secret"), "a real house's");
  await expect(prepareFolder(folder)).rejects.toMatchObject({
    message: expect.stringContaining(folder),
    hint: "Leave DATA_DIR away, or name an empty folder",
  });
  expect(await readdir(folder)).toEqual(["secret"]);
});

test("an earlier demo's folder is emptied, and stays known as a demo's", async () => {
  const folder = await makeFolder();
  await prepareFolder(folder);
  await writeFile(join(folder, "left-over"), "of yesterday");
  await prepareFolder(folder);
  await prepareFolder(folder);
  expect(await readdir(folder)).toEqual(["this-is-a-demo"]);
});
