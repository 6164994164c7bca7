import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

/** A font's tables by their four letters, as they stand in the file. */
export type FontTables = ReadonlyMap<string, Buffer>;

/** The order in which WOFF2 counts the tables that it does not spell out (W3C WOFF2, 5.1). */
const woff2Tags = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT " +
  "VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar " +
  "fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
  .replaceAll("_", " ")
  .split(/(?<=\S{3}[\S ]) /);

const woff2Signature = 0x774f4632;
const spelledOut = 63;
const maxUnpackedBytes = 64 * 1024 * 1024;
const unpack = promisify(brotliDecompress);

/**
 * Reads a WOFF2, TrueType or OpenType file. Of WOFF2, `glyf` and `loca` stay in their packed form, which nobody here
 * draws from. Throws `RangeError` and zlib's errors on what is no font.
 */
export async function readFontTables(bytes: Uint8Array): Promise<FontTables> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.readUInt32BE(0) === woff2Signature ? readWoff2(file) : readSfnt(file);
}

function readSfnt(file: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  const count = file.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const start = file.readUInt32BE(entry + 8);
    tables.set(
      file.toString("latin1", entry, entry + 4),
      file.subarray(start, start + file.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

async function readWoff2(file: Buffer): Promise<FontTables> {
  const { entries, end } = readDirectory(file);
  const packed = file.subarray(end, end + file.readUInt32BE(20));
  const unpacked = await unpack(packed, { maxOutputLength: maxUnpackedBytes });
  const tables = new Map<string, Buffer>();
  let at = 0;
  for (const { tag, byteLength } of entries) {
    tables.set(tag, unpacked.subarray(at, at + byteLength));
    at += byteLength;
  }
  return tables;
}

interface Entry {
  readonly tag: string;
  /** In the unpacked stream. */
  readonly byteLength: number;
}

function readDirectory(file: Buffer): { readonly entries: readonly Entry[]; readonly end: number } {
  const entries: Entry[] = [];
  const count = file.readUInt16BE(12);
  let at = 48;
  for (let index = 0; index < count; index += 1) {
    const flags = file.readUInt8(at);
    const isSpelled = (flags & spelledOut) === spelledOut;
    const tag = isSpelled ? file.toString("latin1", at + 1, at + 5) : (woff2Tags[flags & spelledOut] ?? "");
    const original = readBase128(file, at + (isSpelled ? 5 : 1));
    const isOutline = tag === "glyf" || tag === "loca";
    const isTransformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0;
    const last = isTransformed ? readBase128(file, original.end) : original;
    entries.push({ tag, byteLength: last.value });
    at = last.end;
  }
  return { entries, end: at };
}

function readBase128(file: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start; at < start + 5; at += 1) {
    const byte = file.readUInt8(at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new RangeError("A length in the font has no end");
}
