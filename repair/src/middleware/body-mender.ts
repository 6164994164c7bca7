import type { ServerResponse } from "node:http";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createDeflate, createGzip, createZstdCompress } from "node:zlib";
import { decodersFor } from "../proxy/codings.ts";
import { createHeadMender, mendHeadStream, type MendOptions } from "../tags/mend-head.ts";

type Callback = (error?: Error | null) => void;

/** Takes the bytes that an app writes, and passes them on with the head mended. */
export interface BodyMender {
  /** As a stream's `write`: false asks to wait for `drain`. */
  readonly write: (bytes: Uint8Array, done: Callback | undefined) => boolean;
  readonly end: (bytes: Uint8Array | undefined, done: Callback | undefined) => void;
}

export interface BodySetting {
  readonly response: ServerResponse;
  /** The response's own methods. */
  readonly through: Pick<ServerResponse, "write" | "end">;
  readonly mendOptions: MendOptions;
  /** The app's `Content-Encoding`. */
  readonly coding: string;
  readonly onError: (error: unknown) => void;
}

/** Undefined where the app compresses in a way that can't be undone. */
export function createBodyMender(setting: BodySetting): BodyMender | undefined {
  const coding = setting.coding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return plainMender(setting);
  const decoders = decodersFor(coding);
  const encode = Object.hasOwn(encoders, coding) ? encoders[coding] : undefined;
  if (!decoders?.[0] || !encode) return undefined;
  return packedMender(setting, [decoders[0], mendHeadStream(setting.mendOptions), encode()]);
}

function plainMender({ through, mendOptions }: BodySetting): BodyMender {
  const mender = createHeadMender(mendOptions);
  return {
    write(bytes, done) {
      const pieces = mender.push(bytes);
      const last = pieces.pop();
      for (const piece of pieces) through.write(piece);
      if (last) return through.write(last, done);
      if (done) process.nextTick(done);
      return true;
    },
    end(bytes, done) {
      for (const piece of [...(bytes ? mender.push(bytes) : []), ...mender.end()]) through.write(piece);
      through.end(done);
    },
  };
}

const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_FINISH };

/** Packed again as the app did: it knows what the client takes. Each piece goes on as soon as it is written. */
const encoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: () => createGzip(flush),
  "x-gzip": () => createGzip(flush),
  deflate: () => createDeflate(flush),
  br: () =>
    createBrotliCompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    }),
  zstd: () => createZstdCompress({ flush: constants.ZSTD_e_flush }),
};

function packedMender(
  { response, through, onError }: BodySetting,
  streams: readonly [NodeJS.ReadWriteStream, ...NodeJS.ReadWriteStream[]],
): BodyMender {
  const [first] = streams;
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      if (through.write(chunk)) next();
      else response.once("drain", () => next());
    },
    final(next) {
      through.end();
      next();
    },
  });
  pipeline([...streams, sink]).catch((error: unknown) => {
    onError(error);
    response.destroy(); // what the app packed can't be unpacked: half a page must not look whole
  });
  first.on("drain", () => response.emit("drain"));
  return {
    write: (bytes, done) => first.write(bytes, done),
    end(bytes, done) {
      if (done) response.once("finish", () => done());
      if (bytes) first.end(bytes);
      else first.end();
    },
  };
}
