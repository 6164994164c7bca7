// The package has no types. The reference carries ours to each workspace that imports this file; an import can not,
// because a file that is a module may not declare another.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./html-encoding-sniffer.d.ts" />
import sniffEncoding from "html-encoding-sniffer";
import type { Charset } from "./page.ts";

export interface Decoded {
  readonly text: string;
  /** Bytes of a byte order mark that `text` no longer has. */
  readonly markLength: number;
  readonly name: string;
  readonly source: Charset["source"];
  readonly isValid: boolean;
}

export interface Encoded {
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  readonly isTruncated: boolean;
}

/**
 * Bytes to text in the order of WHATWG's encoding sniffing: byte order mark, Content-Type, a `<meta>` among the first
 * 1024 bytes. Where none of them speaks, UTF-8 if the bytes are such, and windows-1252 otherwise.
 */
export function decode(encoded: Encoded): Decoded {
  const { name, source } = findEncoding(encoded);
  if (name !== undefined) return decodeAs(encoded, name, source);
  const asUtf8 = decodeAs(encoded, "utf-8", "default");
  return asUtf8.isValid ? asUtf8 : decodeAs(encoded, "windows-1252", "default");
}

export function decodeAs(
  { body, isTruncated }: Pick<Encoded, "body" | "isTruncated">,
  name: string,
  source: Charset["source"],
): Decoded {
  const markLength = markOf(body)?.length ?? 0;
  const decoderName = decodable(name);
  const text = decodeStrictly(body, decoderName, isTruncated);
  if (text !== undefined) return { text, markLength, name, source, isValid: true };
  return { text: new TextDecoder(decoderName).decode(body), markLength, name, source, isValid: false };
}

/** WHATWG's name for a label, in lower case; undefined for a label that it doesn't know. */
export function encodingOf(label: string): string | undefined {
  const name = sniffEncoding(noBytes, { transportLayerEncodingLabel: label, defaultEncoding: "" });
  return name === "" ? undefined : name.toLowerCase();
}

/** What `<meta charset>` or its http-equiv form may ask for: a page that could be read to that tag is not UTF-16. */
export function encodingOfMeta(label: string): string | undefined {
  const name = encodingOf(label);
  return name?.startsWith("utf-16") ? "utf-8" : name;
}

/** The `charset` of a Content-Type, as written. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s;"',]+)/i.exec(contentType ?? "")?.[1];
}

const noBytes = new Uint8Array();
/** As far as a prescan looks. */
const prescanLength = 1024;

function findEncoding({ body, contentType }: Encoded): {
  readonly name: string | undefined;
  readonly source: Charset["source"];
} {
  const mark = markOf(body);
  if (mark) return { name: mark.name, source: "bom" };
  const label = charsetOf(contentType);
  const named = label === undefined ? undefined : encodingOf(label);
  if (named !== undefined) return { name: named, source: "header" };
  return { name: prescan(body), source: "meta" };
}

function markOf([a, b, c]: Uint8Array): { readonly name: string; readonly length: number } | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", length: 3 };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", length: 2 };
  if (a === 0xff && b === 0xfe) return { name: "utf-16le", length: 2 };
  return undefined;
}

/** The sniffer breaks at `content="charset"`, where nothing follows the word: such a tag names no encoding. */
function prescan(body: Uint8Array): string | undefined {
  try {
    const name = sniffEncoding(body.subarray(0, prescanLength), { defaultEncoding: "" });
    return name === "" ? undefined : name.toLowerCase();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** "replacement" stands for encodings that no browser decodes, because they can hide markup. */
const decodable = (name: string): string => (name === "replacement" ? "utf-8" : name);

/** Undefined where bytes do not decode. A character that the window cut in half is no fault of the page. */
function decodeStrictly(body: Uint8Array, name: string, isTruncated: boolean): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(body, { stream: isTruncated });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
