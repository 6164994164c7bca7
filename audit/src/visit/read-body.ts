import type { Readable } from "node:stream";
import { decodeBody } from "./decode-body.ts";
import type { VisitFailure } from "./visit.ts";

export interface BodyLimits {
  /** Decompressed bytes that are kept. */
  readonly keepBytes: number;
  /** Decompressed bytes after which no more is read; at least `keepBytes`. */
  readonly countBytes: number;
  /** Sees each decompressed piece as it comes. */
  readonly onChunk?: ((chunk: Buffer) => void) | undefined;
  /** Unpack the file inside as well, when it begins as a gzip does. */
  readonly unpackFile?: boolean | undefined;
}

export interface BodyReading extends BodyLimits {
  readonly contentEncoding: string;
  /** Takes bytes off the wire out of the budget; false when there are none left. */
  readonly spend: (bytes: number) => boolean;
  /** Says what an error of the wire means. */
  readonly explain: (error: unknown) => VisitFailure;
}

export interface BodyRead {
  readonly bytes: Uint8Array;
  /** Decompressed bytes that came, kept or not. */
  readonly byteLength: number;
  readonly isTruncated: boolean;
  readonly failure: VisitFailure | undefined;
}

/** A bomb is told by both: HTML that repeats itself reaches 1:50, gzip's limit is about 1:1000. */
const bomb = { ratio: 200, afterBytes: 1024 * 1024, markupWithin: 64 * 1024 };

/** Reads a body as far as the limits go. Never throws; what had come before a break is kept. */
export function readBody(body: Readable, reading: BodyReading): Promise<BodyRead> {
  const { promise, resolve } = Promise.withResolvers<BodyRead>();
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let byteLength = 0;
  let failure: VisitFailure | undefined;

  let isSettled = false;
  const settle = (isTruncated: boolean) => {
    if (isSettled) return;
    isSettled = true;
    failure ??= findBomb(kept, { byteLength, packedBytes: packedBytes() });
    resolve({ bytes: Buffer.concat(kept), byteLength, isTruncated, failure });
    decoded.destroy();
    body.destroy();
  };
  const breakOff = (why: VisitFailure) => {
    failure ??= why;
  };

  body.on("data", (chunk: Buffer) => {
    if (reading.spend(chunk.byteLength)) return;
    breakOff({ kind: "over-budget", message: "The bytes that this audit may read are used up" });
    settle(true);
  });
  const { body: decoded, packedBytes } = decodeBody(body, {
    ...reading,
    onBreak: (error) => breakOff(reading.explain(error)),
  });
  decoded.on("data", (chunk: Buffer) => {
    const isOver = byteLength + chunk.byteLength > reading.countBytes;
    byteLength = Math.min(reading.countBytes, byteLength + chunk.byteLength);
    const part = chunk.subarray(0, reading.keepBytes - keptBytes);
    if (part.byteLength > 0) kept.push(part);
    keptBytes += part.byteLength;
    if (!isOver) reading.onChunk?.(chunk);
    if (isOver) settle(true);
  });
  decoded.once("end", () => settle(failure !== undefined || keptBytes < byteLength));
  decoded.on("error", (error) => {
    breakOff(decoded === body ? reading.explain(error) : corrupt(reading.contentEncoding, error));
    settle(true);
  });
  decoded.once("close", () => settle(true));
  return promise;
}

const corrupt = (contentEncoding: string, error: Error): VisitFailure => ({
  kind: "broken-body",
  message: `The body is said to be in ${contentEncoding}, and does not unpack: ${error.message}`,
});

function findBomb(
  kept: readonly Buffer[],
  { byteLength, packedBytes }: { readonly byteLength: number; readonly packedBytes: number },
): VisitFailure | undefined {
  const ratio = byteLength / Math.max(1, packedBytes);
  if (byteLength < bomb.afterBytes || ratio < bomb.ratio) return undefined;
  if (Buffer.concat(kept).subarray(0, bomb.markupWithin).includes("<")) return undefined;
  return {
    kind: "bomb",
    message: `${packedBytes} bytes unpack to ${byteLength} and more, without a tag in the first ${bomb.markupWithin}`,
  };
}
