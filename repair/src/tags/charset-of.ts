import type { Attribute } from "./scan-tag.ts";
import type { HeadScan } from "./scan-head.ts";

/** How a head's bytes are read, and written. */
export interface HeadCharset {
  /** WHATWG name in lower case. */
  readonly name: string;
  /** Where the `<meta>` that names it stands; undefined where another place does. */
  readonly meta: { readonly start: number; readonly end: number } | undefined;
}

/** Charsets in which the bytes of tags are not ASCII, or may be read as something else. */
const notLikeAscii = /^(utf-16|iso-2022-jp|replacement)/;

/** Undefined where bytes can't be taken for ASCII, or where a charset is named that nobody knows. */
export function charsetOf(
  bytes: Uint8Array,
  contentType: string | undefined,
  scan: HeadScan,
): HeadCharset | undefined {
  if (isUtf16(bytes)) return undefined;
  const meta = scan.tags.find(
    ({ name, attributes }) => name === "meta" && charsetIn(attributes) !== undefined,
  );
  const fromHeader = charsetParameter(contentType);
  if (beginsWith(bytes, [0xef, 0xbb, 0xbf])) return { name: "utf-8", meta };
  if (fromHeader !== undefined) return known(fromHeader, meta);
  const named = meta && charsetIn(meta.attributes);
  // The standard: who could read the tag does not write in UTF-16.
  if (named !== undefined) return known(/^utf-16/i.test(named) ? "utf-8" : named, meta);
  return { name: isUtf8(bytes.subarray(0, scan.end)) ? "utf-8" : "windows-1252", meta: undefined };
}

const charsetParameter = (text: string | undefined) =>
  /charset\s*=\s*["']?([^"';\s]+)/i.exec(text ?? "")?.[1];

const isUtf16 = (bytes: Uint8Array) => beginsWith(bytes, [0xfe, 0xff]) || beginsWith(bytes, [0xff, 0xfe]);

/** Whether the head's own `charset` or `http-equiv` names one. */
function charsetIn(attributes: readonly Attribute[]): string | undefined {
  const value = (name: string) => attributes.find((each) => each.name === name)?.value;
  const direct = value("charset")?.trim();
  if (direct) return direct;
  if (value("http-equiv")?.toLowerCase() !== "content-type") return undefined;
  return charsetParameter(value("content"));
}

function known(label: string, meta: HeadCharset["meta"]): HeadCharset | undefined {
  const name = encodingOf(label);
  return name === undefined || notLikeAscii.test(name) ? undefined : { name, meta };
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);
