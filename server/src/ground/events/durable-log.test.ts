import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DurableLog, type DurableLogOptions } from "./durable-log.ts";
import { Flusher } from "./flush.ts";
import { encodeRecord } from "./segment.ts";

let folder = "";
const failures: unknown[] = [];
const opened: DurableLog[] = [];

async function openLog(more: Partial<DurableLogOptions> = {}): Promise<DurableLog> {
  const log = await DurableLog.open({ folder, onFailure: (cause) => void failures.push(cause), ...more });
  opened.push(log);
  return log;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-log-"));
  failures.length = 0;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
  await rm(folder, { recursive: true, force: true });
});

async function textIn(log: DurableLog): Promise<string[]> {
  const texts: string[] = [];
  for (const name of await log.seal()) {
    for (const payload of (await log.read(name)).payloads) texts.push(payload.toString());
  }
  return texts;
}

const silent = { warn: () => undefined, error: () => undefined };

describe("what was acknowledged", () => {
  test("is there again when the log is opened anew, in order", async () => {
    const log = await openLog();
    await Promise.all(Array.from({ length: 500 }, (_, index) => log.append(`${index}\n`)));
    const again = await openLog();
    expect(await textIn(again)).toEqual(Array.from({ length: 500 }, (_, index) => `${index}\n`));
  });

  test("survives kill -9 in the middle of writing", async () => {
    const script = `
      import { DurableLog } from ${JSON.stringify(new URL("./durable-log.ts", import.meta.url).href)};
      const log = await DurableLog.open({ folder: ${JSON.stringify(folder)}, segmentBytes: 2000, onFailure() {} });
      for (let lane = 0; lane < 20; lane++) void (async () => {
        for (let turn = 0; ; turn++) { await log.append(lane + "-" + turn + "\\n"); process.stdout.write(lane + "-" + turn + "\\n"); }
      })();`;
    const writer = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
      cwd: import.meta.dirname,
    });
    let acknowledged = "";
    writer.stdout.on("data", (chunk: Buffer) => {
      acknowledged += chunk.toString();
      if (acknowledged.length > 20_000) writer.kill("SIGKILL");
    });
    await once(writer, "close");
    const whole = acknowledged
      .split("\n")
      .slice(0, -1)
      .map((line) => `${line}\n`);
    expect(whole.length).toBeGreaterThan(1000);
    const kept = new Set(await textIn(await openLog()));
    expect(whole.filter((line) => !kept.has(line))).toEqual([]);
  });

  test("is read up to a torn end, and what follows goes into a new segment", async () => {
    const log = await openLog();
    await log.append("whole\n");
    const [name = ""] = await log.seal();
    await appendFile(join(folder, name), encodeRecord("cut off\n").subarray(0, 11));
    const again = await openLog();
    await again.append("next\n");
    expect(await textIn(again)).toEqual(["whole\n", "next\n"]);
  });

  test("is read up to an end of zeros, as a power cut leaves it", async () => {
    const log = await openLog();
    await log.append("whole\n");
    const [name = ""] = await log.seal();
    await appendFile(join(folder, name), Buffer.alloc(4096));
    expect((await log.read(name)).payloads.map(String)).toEqual(["whole\n"]);
  });
});

describe("when something is wrong", () => {
  test("a log that can't be written refuses, says so, and works again once it can", async () => {
    const log = await openLog();
    await rm(folder, { recursive: true });
    await expect(log.append("lost?\n")).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 10 });
    expect(failures).toHaveLength(1);
    await mkdir(folder);
    await log.append("kept\n");
    expect(await textIn(log)).toEqual(["kept\n"]);
  });

  test("beyond its limit it refuses, with a time to come again, until the store has caught up", async () => {
    const log = await openLog({ maxUnflushedBytes: 100 });
    await log.append("x".repeat(80));
    await expect(log.append("y".repeat(40))).rejects.toMatchObject({
      code: "unavailable",
      retryAfterSeconds: 10,
    });
    const flusher = new Flusher({ log, logger: silent, insert: async () => undefined });
    expect(await flusher.flush()).toBe(true);
    expect(log.unflushedBytes).toBe(0);
    await log.append("y".repeat(40));
  });

  test("a damaged record is set aside for a person, and the others reach the store", async () => {
    const log = await openLog();
    await log.append("first\n");
    await log.append("second\n");
    const [name = ""] = await log.seal();
    const bytes = await readFile(join(folder, name));
    bytes[9] = 0x21;
    await writeFile(join(folder, name), bytes);
    const inserted: string[] = [];
    const flusher = new Flusher({
      log,
      logger: silent,
      insert: async (rows) => void inserted.push(rows.toString()),
    });
    expect(await flusher.flush()).toBe(true);
    expect(inserted).toEqual(["second\n"]);
    expect(await readdir(folder)).toEqual([`${name}.damaged`]);
  });

  test("a full disk loses nothing that was acknowledged", async (context) => {
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]);
    if (mounted.status !== 0) context.skip("needs a file system of its own, which only root may mount");
    try {
      const log = await openLog();
      const acknowledged: string[] = [];
      const fill = async () => {
        for (let turn = 0; turn < 100; turn++) {
          const text = `${turn} ${"x".repeat(1000)}\n`;
          await log.append(text);
          acknowledged.push(text);
        }
      };
      const refusal = await fill().catch((cause: unknown) => cause);
      expect(refusal).toMatchObject({ code: "unavailable", message: "The server's disk is full" });
      expect(acknowledged.length).toBeGreaterThan(40);
      const inserted: string[] = [];
      const flusher = new Flusher({
        log,
        logger: silent,
        insert: async (rows) => void inserted.push(rows.toString()),
      });
      expect(await flusher.flush()).toBe(true);
      for (const text of acknowledged) expect(inserted.join("")).toContain(text);
      await log.append("there is room again\n");
    } finally {
      spawnSync("umount", ["-l", folder]);
    }
  });
});

describe("the way to the store", () => {
  test("a store that is down gets the same batch by the same name until it takes it", async () => {
    const log = await openLog();
    await log.append("a\n");
    const tokens: string[] = [];
    let isDown = true;
    const flusher = new Flusher({
      log,
      logger: silent,
      insert: async (_rows, token) => {
        tokens.push(token);
        if (isDown) throw new Error("connection refused");
      },
    });
    expect(await flusher.flush()).toBe(false);
    await log.append("b\n");
    expect(await flusher.flush()).toBe(false);
    isDown = false;
    expect(await flusher.flush()).toBe(true);
    expect(tokens[0]).toBe(tokens[1]);
    expect(new Set(tokens).size).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });

  test("a batch that the store never takes does not hold up the others for ever, and is not dropped", async () => {
    const log = await openLog();
    await log.append("poison\n");
    await log.seal();
    await log.append("good\n");
    const inserted: string[] = [];
    const flusher = new Flusher({
      log,
      logger: silent,
      insert: async (rows) => {
        if (rows.toString() === "poison\n") throw new Error("can't parse");
        inserted.push(rows.toString());
      },
    });
    for (let round = 0; round < 6; round++) await flusher.flush();
    expect(inserted).toEqual(["good\n"]);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test("a segment that was emptied by a crash before its first record is just removed", async () => {
    const log = await openLog();
    await log.append("a\n");
    const [name = ""] = await log.seal();
    await truncate(join(folder, name), 3);
    const flusher = new Flusher({
      log,
      logger: silent,
      insert: () => Promise.reject(new Error("not to be called")),
    });
    expect(await flusher.flush()).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });
});
