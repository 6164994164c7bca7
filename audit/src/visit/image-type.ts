/** What a picture's first bytes say. */
export interface ImageKind {
  readonly type: string;
  readonly isAnimated: boolean;
}

interface Magic {
  readonly type: string;
  readonly matches: (bytes: Buffer) => boolean;
  readonly isAnimated?: (bytes: Buffer) => boolean;
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString("latin1", from, to);
/** The brands of an ISO base media file: the major one, and those it is compatible with. */
const brands = (bytes: Buffer): string =>
  ascii(bytes, 4, 8) === "ftyp" ? ascii(bytes, 8, Math.min(bytes.readUInt32BE(0), 256)) : "";

const magics: readonly Magic[] = [
  { type: "image/jpeg", matches: (bytes) => ascii(bytes, 0, 3) === "\xff\xd8\xff" },
  {
    type: "image/png",
    matches: (bytes) => ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n",
    isAnimated: isAnimatedPng,
  },
  {
    type: "image/gif",
    matches: (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6)),
    isAnimated: isAnimatedGif,
  },
  {
    type: "image/webp",
    matches: (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP",
    isAnimated: (bytes) => ascii(bytes, 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 0x02) !== 0,
  },
  {
    type: "image/avif",
    matches: (bytes) => /avi[fs]/.test(brands(bytes)),
    isAnimated: (bytes) => ascii(bytes, 8, 12) === "avis",
  },
  { type: "image/heic", matches: (bytes) => /hei[cxms]|hev[cmsx]|mif1/.test(brands(bytes)) },
  { type: "image/bmp", matches: (bytes) => ascii(bytes, 0, 2) === "BM" && bytes.length > 26 },
  { type: "image/x-icon", matches: (bytes) => ascii(bytes, 0, 4) === "\0\0\x01\0" },
  { type: "image/tiff", matches: (bytes) => /^(II\*\0|MM\0\*)$/.test(ascii(bytes, 0, 4)) },
  {
    type: "image/jxl",
    matches: (bytes) => ascii(bytes, 0, 2) === "\xff\x0a" || ascii(bytes, 0, 8) === "\0\0\0\x0cJXL ",
  },
  { type: "image/svg+xml", matches: isSvg },
];

/** The true type by the first bytes; undefined where they are no picture that we know. */
export function findImageKind(bytes: Buffer): ImageKind | undefined {
  if (bytes.length < 12) return undefined;
  const magic = magics.find(({ matches }) => matches(bytes));
  return magic && { type: magic.type, isAnimated: magic.isAnimated?.(bytes) ?? false };
}

/** XML whose first element is `svg`; HTML that holds one is HTML. */
function isSvg(bytes: Buffer): boolean {
  let text = bytes.toString("utf8", 0, 8192).replace(/^\uFEFF/, "");
  for (;;) {
    text = text.trimStart();
    const end = text.startsWith("<!--") ? "-->" : /^<[?!]/.test(text) ? endOfDeclaration(text) : undefined;
    if (end === undefined) return /^<svg[\s>]/.test(text);
    const at = text.indexOf(end);
    if (at < 0) return false;
    text = text.slice(at + end.length);
  }
}

function endOfDeclaration(text: string): string {
  if (text.startsWith("<?")) return "?>";
  return /^<!doctype\s+svg\s*\[|^<!doctype[^>[]*\[/i.test(text) ? "]>" : ">";
}

/** An APNG says so before its first image data. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = ascii(bytes, at + 4, at + 8);
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

/** More than one picture, or the extension that repeats them, which stands before the first. */
function isAnimatedGif(bytes: Buffer): boolean {
  const flags = bytes[10] ?? 0;
  let at = 13 + colourTable(flags);
  for (let pictures = 0; at < bytes.length;) {
    const block = bytes[at];
    if (block === 0x21) {
      if (bytes[at + 1] === 0xff && ascii(bytes, at + 3, at + 14) === "NETSCAPE2.0") return true;
      at = afterSubBlocks(bytes, at + 2);
    } else if (block === 0x2c) {
      pictures += 1;
      if (pictures > 1) return true;
      at = afterSubBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    } else return false;
  }
  return false;
}

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function afterSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
}
