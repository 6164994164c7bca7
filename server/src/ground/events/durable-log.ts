import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { type DecodedSegment, decodeSegment, encodeRecord } from "./segment.ts";

const suffix = ".log";
const gatherMs = 2;
/** Where the system knows it, a write returns once it is on the disk: one call instead of a write and an fsync. */
const writesThrough = (constants.O_DSYNC ?? 0) !== 0;
const openFlags =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL | (constants.O_DSYNC ?? 0);

export interface DurableLogOptions {
  readonly folder: string;
  /** Beyond this much that waits for the store, nothing more is taken. Default 256 MiB. */
  readonly maxUnflushedBytes?: number;
  /** A segment is sealed at this size. Default 4 MiB, about ten thousand events. */
  readonly segmentBytes?: number;
  readonly onFailure: (cause: unknown) => void;
}

interface Waiting {
  readonly record: Buffer;
  readonly resolve: () => void;
  readonly reject: (cause: Problem) => void;
}

interface OpenSegment {
  readonly name: string;
  readonly file: FileHandle;
  bytes: number;
}

/**
 * An append-only log in segment files. `append` resolves once the record would survive a power cut; all that wait at
 * the same moment share one fsync. A sealed segment is a batch: its name never changes and names the batch to the
 * store.
 */
export class DurableLog {
  readonly #options: Required<DurableLogOptions>;
  readonly #sealed = new Map<string, number>();
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #current: OpenSegment | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isCommitDue = false;
  #isClosed = false;

  private constructor(options: DurableLogOptions) {
    this.#options = { maxUnflushedBytes: 256 * 1024 * 1024, segmentBytes: 4 * 1024 * 1024, ...options };
  }

  /** Takes up what an earlier life left in the folder. One process at a time: whoever opens it holds the data folder's lock. */
  static async open(options: DurableLogOptions): Promise<DurableLog> {
    await mkdir(options.folder, { recursive: true });
    const log = new DurableLog(options);
    for (const name of (await readdir(options.folder)).filter((file) => file.endsWith(suffix)).sort()) {
      log.#sealed.set(name, (await stat(join(options.folder, name))).size);
    }
    return log;
  }

  /** What is in the log or on its way there and not yet in the store. */
  get unflushedBytes(): number {
    let bytes = this.#waitingBytes + (this.#current?.bytes ?? 0);
    for (const size of this.#sealed.values()) bytes += size;
    return bytes;
  }

  append(payload: string): Promise<void> {
    const record = encodeRecord(payload);
    const refusal = this.#refusalOf(record);
    if (refusal) return Promise.reject(refusal);
    this.#waitingBytes += record.length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
      if (this.#isCommitDue) return;
      this.#isCommitDue = true;
      void this.#inTurn(() => this.#commit());
    });
  }

  /** Ends the segment that is being written, and names all that wait for the store, oldest first. */
  async seal(): Promise<readonly string[]> {
    await this.#inTurn(() => this.#sealCurrent());
    return [...this.#sealed.keys()];
  }

  async read(name: string): Promise<DecodedSegment> {
    return decodeSegment(await readFile(join(this.#options.folder, name)));
  }

  /** Forgets a segment whose events are in the store. */
  async remove(name: string): Promise<void> {
    await rm(join(this.#options.folder, name), { force: true });
    this.#sealed.delete(name);
  }

  /** Puts a damaged segment out of the way, for a person to look at. Returns its new path. */
  async setAside(name: string): Promise<string> {
    const aside = join(this.#options.folder, `${name}.damaged`);
    await rename(join(this.#options.folder, name), aside);
    this.#sealed.delete(name);
    return aside;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#inTurn(() => this.#commit());
    await this.#inTurn(() => this.#sealCurrent());
  }

  #refusalOf(record: Buffer): Problem | undefined {
    if (this.#isClosed)
      return new Problem("unavailable", say`The server is stopping`, { retryAfterSeconds: 5 });
    if (this.unflushedBytes + record.length <= this.#options.maxUnflushedBytes) return undefined;
    return new Problem("unavailable", say`Too many events wait for the event store`, {
      hint: say`Send them again later; the same ids count once`,
      retryAfterSeconds: 10,
    });
  }

  /** Nothing touches the files while something else does. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  async #commit(): Promise<void> {
    // Whoever comes within this moment shares the write: at 16 at once it halves the writes, and a third of all cost.
    await sleep(gatherMs);
    this.#isCommitDue = false;
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    this.#waitingBytes = 0;
    try {
      await this.#write(group.map(({ record }) => record));
      for (const { resolve } of group) resolve();
    } catch (cause) {
      this.#options.onFailure(cause);
      await this.#abandon();
      const problem = unavailableBecause(cause);
      for (const { reject } of group) reject(problem);
    }
  }

  async #write(records: readonly Buffer[]): Promise<void> {
    const segment = (this.#current ??= await createSegment(this.#options.folder));
    await writeWhole(segment.file, Buffer.concat(records));
    if (!writesThrough) await segment.file.datasync();
    for (const record of records) segment.bytes += record.length;
    if (segment.bytes >= this.#options.segmentBytes) await this.#sealCurrent();
  }

  async #sealCurrent(): Promise<void> {
    const segment = this.#current;
    if (!segment) return;
    this.#current = undefined;
    await segment.file.close();
    this.#sealed.set(segment.name, segment.bytes);
  }

  /**
   * After a failed write or fsync nobody knows what the file holds beyond the last acknowledged byte, so nothing is
   * appended to it any more. Readers stop at its torn end.
   */
  async #abandon(): Promise<void> {
    await this.#sealCurrent().catch(this.#options.onFailure);
  }
}

async function createSegment(folder: string): Promise<OpenSegment> {
  const name = `${uuidv7()}${suffix}`;
  const file = await open(join(folder, name), openFlags);
  // Without this the file itself may be missing after a power cut, however well its content was kept.
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
  return { name, file, bytes: 0 };
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}

function unavailableBecause(cause: unknown): Problem {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const message =
    code === "ENOSPC" || code === "EDQUOT"
      ? "The server's disk is full"
      : "The server can't write its event log";
  return new Problem("unavailable", message, {
    hint: say`Nothing was kept of this batch; send it again later with the same ids`,
    retryAfterSeconds: 10,
    cause,
  });
}
