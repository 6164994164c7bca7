import { spawnSync } from "node:child_process";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "#src/platform/problem.ts";

const patienceMs = 5000;

/** A process as it can be told from a later one with the same number: the number and when it began. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process began, as the system words it; undefined when there is none of that number. */
export function readProcessStart(pid: number): string | undefined {
  if (existsSync("/proc/self/stat")) return readLinuxStart(pid);
  const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.trim() : undefined;
}

/** The mark of this process or of a child. */
export function markProcess(pid: number): ProcessMark {
  return { pid, startedAt: readProcessStart(pid) ?? "" };
}

/** Whether that very process still lives (a zombie does not). */
export function isRunning(mark: ProcessMark): boolean {
  return mark.pid > 0 && readProcessStart(mark.pid) === mark.startedAt;
}

/** Waits until the process is gone; false when it still lives after `timeoutMs`. */
export async function waitForExit(mark: ProcessMark, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(mark)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Reads a mark that an earlier process wrote; undefined when the file is missing or was cut off. */
export async function readMark(file: string): Promise<ProcessMark | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [pid, startedAt] = text.split("\n");
  if (!pid || !startedAt || !/^\d+$/.test(pid)) return undefined;
  return { pid: Number(pid), startedAt };
}

/**
 * Holds a data folder for this process alone, by a file with its number and start. A lock left by a crash is taken
 * over; one whose process lives on is a `Problem` that names it.
 */
export async function lockFolder(
  folder: string,
  log: { warn(text: string): void },
): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "samovar.lock");
  const mine = markProcess(process.pid);
  for (let attempt = 0; !(await holdMark(file, mine, attempt > 0)); attempt += 1) {
    const holder = await readMark(file);
    if (attempt > 20 || (holder && isSame(holder, mine))) throw inUse(folder, holder?.pid ?? 0);
    // An empty file is one that another process is just writing: it gets a moment before it counts as left over.
    if (!holder && attempt < 5) await sleep(20);
    else if (await removeLeft(file, { folder, holder })) {
      log.warn(`Took over ${folder} from an earlier start that ended without a goodbye`);
    }
  }
  return {
    async [Symbol.asyncDispose]() {
      await rm(file, { force: true });
    },
  };
}

// A holder that is being stopped gets the time it takes, so that a restart need not be timed by hand.
async function removeLeft(
  file: string,
  { folder, holder }: { folder: string; holder: ProcessMark | undefined },
): Promise<boolean> {
  if (holder && !(await waitForExit(holder, patienceMs))) throw inUse(folder, holder.pid);
  const now = await readMark(file);
  const isLeft = !holder || (now !== undefined && isSame(now, holder));
  if (isLeft) await rm(file, { force: true });
  return isLeft;
}

function isSame(left: ProcessMark, right: ProcessMark): boolean {
  return left.pid === right.pid && left.startedAt === right.startedAt;
}

function inUse(folder: string, pid: number): Problem {
  return new Problem("unavailable", `The folder ${folder} is in use by process ${pid}`, {
    hint: `Stop that Samovar first (kill ${pid}), or give this one another folder with DATA_DIR`,
  });
}

// Two processes may take over one left lock at once: the slower removes the faster's, so the faster looks again.
async function holdMark(file: string, mark: ProcessMark, contested: boolean): Promise<boolean> {
  if (!(await writeMark(file, mark))) return false;
  if (!contested) return true;
  await sleep(50);
  const holder = await readMark(file);
  return holder !== undefined && isSame(holder, mark);
}

async function writeMark(file: string, mark: ProcessMark): Promise<boolean> {
  try {
    await using handle = await open(file, "wx", 0o644);
    await handle.writeFile(`${mark.pid}\n${mark.startedAt}\n`);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

// Field 22 of /proc/<pid>/stat; the name in field 2 may itself hold blanks and brackets.
function readLinuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
