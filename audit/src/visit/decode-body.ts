import { PassThrough, Transform, type Readable, type TransformCallback } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";

/** Two layers are seen in the wild; more are an attack. */
const maxLayers = 2;

/** `bytesWritten`: of the packed data, what it has worked on. */
type Decoder = Transform & { readonly bytesWritten: number };

const decoders: Readonly<Record<string, () => Decoder>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () =>
    new ByFirstBytes(([first = 0]) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())),
  br: () => createBrotliDecompress(),
  // 8 MiB, as RFC 9659 has it for the web: the format itself lets a few bytes claim gigabytes.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

/** A file that is itself a gzip, as sitemaps may be, whatever its headers say. */
const gzipFile = () =>
  new ByFirstBytes(([a, b]) => (a === 0x1f && b === 0x8b ? createGunzip() : new PassThrough()));

export interface Decoding {
  readonly contentEncoding: string;
  /** Unpack the file inside as well, when it begins as a gzip does. */
  readonly unpackFile?: boolean | undefined;
  /** The wire broke: what had come until then is still decompressed. */
  readonly onBreak: (error: unknown) => void;
}

export interface Decoded {
  readonly body: Readable;
  /** Packed bytes that went into what has come out. */
  readonly packedBytes: () => number;
}

/** The decompressed body. What is no known encoding (`utf-8`, `none`) is left as it is, as browsers do. */
export function decodeBody(body: Readable, { contentEncoding, unpackFile, onBreak }: Decoding): Decoded {
  const named = contentEncoding.split(",").flatMap((name) => decoders[name.trim().toLowerCase()] ?? []);
  const layers = unpackFile ? [gzipFile, ...named] : named;
  // The last that was put on is taken off first.
  const [outer, ...inner] = layers.toReversed().map((make) => make());
  if (!outer || named.length > maxLayers) return { body, packedBytes: () => Number.POSITIVE_INFINITY };
  feed(body, outer, onBreak);
  let last: Transform = outer;
  for (const next of inner) {
    last.on("error", (error) => next.destroy(error));
    last = last.pipe(next);
  }
  return { body: last, packedBytes: () => outer.bytesWritten };
}

function feed(body: Readable, decoder: Transform, onBreak: (error: unknown) => void): void {
  body.on("data", (chunk: Buffer) => {
    if (decoder.writable && !decoder.write(chunk)) {
      body.pause();
      decoder.once("drain", () => body.resume());
    }
  });
  body.once("end", () => decoder.end());
  body.on("error", (error) => {
    onBreak(error);
    decoder.end();
  });
  decoder.once("close", () => body.destroy());
}

/** Chooses its decoder when it sees how the data begin: `deflate` is zlib's format by the standard, with some bare. */
class ByFirstBytes extends Transform {
  readonly #choose: (first: Buffer) => Transform;
  #inner: Transform | Decoder | undefined;

  constructor(choose: (first: Buffer) => Transform) {
    super();
    this.#choose = choose;
  }

  get bytesWritten(): number {
    return this.#inner && "bytesWritten" in this.#inner ? this.#inner.bytesWritten : Number.POSITIVE_INFINITY;
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    this.#inner ??= this.#start(chunk);
    if (this.#inner.write(chunk, encoding)) done();
    else this.#inner.once("drain", () => done());
  }

  override _flush(done: TransformCallback): void {
    if (!this.#inner) return done();
    this.#inner.once("end", () => done()).end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#inner?.destroy();
    done(error);
  }

  override _read(size: number): void {
    this.#inner?.resume();
    // oxlint-disable-next-line no-underscore-dangle -- streams name what is overridden so
    super._read(size);
  }

  #start(first: Buffer): Transform {
    const inner = this.#choose(first);
    inner.on("data", (chunk: Buffer) => {
      if (!this.push(chunk)) inner.pause();
    });
    inner.on("error", (error) => this.destroy(error));
    return inner;
  }
}
