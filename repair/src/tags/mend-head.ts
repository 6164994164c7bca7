import { Transform } from "node:stream";
import { charsetOf } from "./charset-of.ts";
import { editHead, type Edit } from "./edit-head.ts";
import { headOf } from "./head-of.ts";
import { listTags } from "./make-tags.ts";
import type { PageHead, PageTags } from "./page-tags.ts";
import { createHeadScanner, type HeadScan } from "./scan-head.ts";

export interface MendOptions {
  /** The page's address: relative ones in its head are resolved against it. */
  readonly url: string;
  /** The Content-Type header as it came. */
  readonly contentType?: string | undefined;
  /** What the head shall say; undefined leaves the page as it is. */
  readonly wish: (head: PageHead) => PageTags | undefined;
  /** The head must end within this, or the page passes untouched. Default 256 kB. */
  readonly maxHeadBytes?: number | undefined;
  /** Told of a failure in mending; the page passes untouched. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Mends a document that comes in pieces. It holds back the head alone; what follows passes as it came. */
export interface HeadMender {
  /** What can go on by now. */
  readonly push: (chunk: Uint8Array) => Uint8Array[];
  /** What was still held back. */
  readonly end: () => Uint8Array[];
}

const defaultMaxHeadBytes = 256 * 1024;
/** Below it nothing is looked at: a byte order mark or a tag may be cut in two. */
const worthScanning = 512;

export function createHeadMender(options: MendOptions): HeadMender {
  const { maxHeadBytes = defaultMaxHeadBytes } = options;
  const scanner = createHeadScanner();
  let held: Uint8Array[] = [];
  let text = "";
  let isDone = false;

  const release = (): Uint8Array[] => {
    const all = held;
    isDone = true;
    held = [];
    text = "";
    return all;
  };
  const advance = (isWhole: boolean): Uint8Array[] => {
    try {
      const scan = scanner.scan(text, isWhole);
      if (scan && scan.end <= maxHeadBytes) return mend(Buffer.concat(release()), scan, options);
      return scan || isWhole || text.length > maxHeadBytes ? release() : [];
    } catch (error) {
      options.onError?.(error);
      return release();
    }
  };
  return {
    push(chunk) {
      if (isDone) return [chunk];
      held.push(chunk);
      text += asBinary(chunk);
      return text.length < worthScanning ? [] : advance(false);
    },
    end: () => (isDone ? [] : advance(true)),
  };
}

/** The same as a Node stream, each chunk passed on as soon as it may. */
export function mendHeadStream(options: MendOptions): Transform {
  const mender = createHeadMender(options);
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      for (const piece of mender.push(chunk)) this.push(piece);
      done();
    },
    flush(done) {
      for (const piece of mender.end()) this.push(piece);
      done();
    },
  });
}

/** The same as a web stream. */
export function mendHead(options: MendOptions): TransformStream<Uint8Array, Uint8Array> {
  const mender = createHeadMender(options);
  return new TransformStream({
    transform(chunk, controller) {
      for (const piece of mender.push(chunk)) controller.enqueue(piece);
    },
    flush(controller) {
      for (const piece of mender.end()) controller.enqueue(piece);
    },
  });
}

/** One character a byte: offsets in it are offsets in the document, whatever its charset. */
const asBinary = (chunk: Uint8Array) =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");

function mend(bytes: Buffer, scan: HeadScan, options: MendOptions): Uint8Array[] {
  try {
    return applied(bytes, editsFor(bytes, scan, options));
  } catch (error) {
    options.onError?.(error);
    return [bytes];
  }
}

function editsFor(bytes: Buffer, scan: HeadScan, { url, contentType, wish }: MendOptions): Edit[] {
  const charset = charsetOf(bytes, contentType, scan);
  if (!charset) return [];
  const head = headOf(scan, url, charset.name);
  const wished = wish(head);
  return wished ? editHead({ bytes, scan, head, charset }, listTags(wished)) : [];
}

function applied(bytes: Buffer, edits: readonly Edit[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, bytes: put } of edits) {
    pieces.push(bytes.subarray(at, start), put);
    at = end;
  }
  return [...pieces, bytes.subarray(at)].filter(({ length }) => length > 0);
}
