import { open, type FileHandle } from "node:fs/promises";

const blockBytes = 64 * 1024;
const lineEnd = 0x0a;

/**
 * A file of lines that only grows. What a killed process left half written at its end is cut off when it is opened
 * again: a line is there as a whole or not at all.
 */
export class LineFile {
  readonly #file: FileHandle;
  #size: number;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  static async open(path: string): Promise<LineFile> {
    const file = await open(path, "a+");
    const size = await endOfLastLine(file);
    await file.truncate(size);
    return new LineFile(file, size);
  }

  /** For reading alone: what another process is writing at the end is left to it. */
  static async openToRead(path: string): Promise<LineFile> {
    const file = await open(path, "r");
    return new LineFile(file, await endOfLastLine(file));
  }

  get size(): number {
    return this.#size;
  }

  async append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    await this.#file.appendFile(bytes);
    this.#size += bytes.byteLength;
  }

  /** Forgets what stands behind this place, which must be the end of a line. */
  async cut(size: number): Promise<void> {
    if (size >= this.#size) return;
    await this.#file.truncate(size);
    this.#size = size;
  }

  /** Reads lines from a place on, a block at a time; ends where the file ends now. */
  async *lines(from = 0): AsyncGenerator<string> {
    let rest = Buffer.alloc(0);
    for (let at = from; at < this.#size;) {
      const { bytesRead, buffer } = await this.#file.read(Buffer.alloc(blockBytes), 0, blockBytes, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const block = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = block.lastIndexOf(lineEnd) + 1;
      rest = block.subarray(end);
      if (end > 0) yield* block.toString("utf8", 0, end - 1).split("\n");
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function endOfLastLine(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - blockBytes);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
    const at = buffer.subarray(0, bytesRead).lastIndexOf(lineEnd);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}
