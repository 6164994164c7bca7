import type { Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createGzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** What turns a body back into what it was: a list of streams, none for identity; undefined for an unknown coding. */
export function decodersFor(coding: string): Transform[] | undefined {
  const name = coding.trim().toLowerCase();
  if (name === "" || name === "identity") return [];
  const create = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  return create && [create()];
}

/**
 * Every piece goes on as soon as it is written, so that a page that is streamed stays so. Level 4: on a page of 50 kB
 * 0.6 ms and 4% more bytes than the default's 1.1 ms.
 */
export const gzipStream = (): Transform =>
  createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_FINISH });

/** Whether an `Accept-Encoding` takes gzip. */
export function takesGzip(header: string | undefined): boolean {
  const quality = (name: string) => {
    const found = new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=([\\d.]+))?\\s*(?:,|$)`, "i").exec(
      header ?? "",
    );
    return found ? Number(found[1] ?? 1) : undefined;
  };
  return (quality("gzip") ?? quality(String.raw`\*`) ?? 0) > 0;
}
