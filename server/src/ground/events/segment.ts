import { crc32 } from "node:zlib";

const headerBytes = 8;
const maxRecordBytes = 16 * 1024 * 1024;

/** One record of the log: its length, its checksum, its bytes. */
export function encodeRecord(payload: string): Buffer {
  const length = Buffer.byteLength(payload);
  const record = Buffer.allocUnsafe(headerBytes + length);
  record.write(payload, headerBytes);
  record.writeUInt32LE(length, 0);
  record.writeUInt32LE(crc32(record.subarray(headerBytes)), 4);
  return record;
}

export interface DecodedSegment {
  readonly payloads: readonly Buffer[];
  /** Records whose bytes do not match their checksum: the disk has changed what was acknowledged. */
  readonly damaged: number;
  /** Bytes at the end that are no whole record: a write that a crash cut off before it was acknowledged. */
  readonly tornBytes: number;
}

/** Reads what a crash left: a torn end is no fault, for nobody was told that it had been kept. */
export function decodeSegment(bytes: Buffer): DecodedSegment {
  const payloads: Buffer[] = [];
  let damaged = 0;
  let offset = 0;
  while (offset + headerBytes <= bytes.length) {
    const length = bytes.readUInt32LE(offset);
    const end = offset + headerBytes + length;
    if (length === 0 || length > maxRecordBytes || end > bytes.length) break;
    const payload = bytes.subarray(offset + headerBytes, end);
    if (crc32(payload) === bytes.readUInt32LE(offset + 4)) payloads.push(payload);
    else damaged++;
    offset = end;
  }
  return { payloads, damaged, tornBytes: bytes.length - offset };
}
