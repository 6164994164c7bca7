/**
 * Whether these bytes may be given to a decoder. It reads pictures in native code within this process: an SVG of
 * elements nested without end would bring down the process, and one of references to references would keep it busy for
 * hours. Photographs' formats bound themselves; of SVG, only what a logo needs is let through.
 */
export function isDrawable(bytes: Uint8Array): boolean {
  return bytes.byteLength <= maxBytes && (isRaster(bytes) || isPlainSvg(bytes));
}

const maxBytes = 20 * 1024 * 1024;
const maxSvgBytes = 300 * 1024;
const maxDepth = 60;
/** Arranged at their worst, as many references make eighty drawings of one. */
const maxReferences = 12;

function isRaster(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  const isWebp = start.startsWith("RIFF") && start.endsWith("WEBP");
  const isAvif = start.startsWith("ftypavif", 4);
  return (
    isWebp || isAvif || ["\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF8"].some((magic) => start.startsWith(magic))
  );
}

function isPlainSvg(bytes: Uint8Array): boolean {
  const text = bytes.byteLength <= maxSvgBytes ? decode(bytes) : undefined;
  return (
    text !== undefined &&
    /^\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/.test(text) &&
    !/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text) &&
    !/<(?:[\w-]+:)?(?:image|feImage|foreignObject|pattern|filter)\b/i.test(text) &&
    (text.match(/<(?:[\w-]+:)?(?:use|mask|clipPath|marker)\b/gi)?.length ?? 0) <= maxReferences &&
    depthOf(text) <= maxDepth
  );
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** How deep elements lie in one another. A `<` in a comment counts too, which errs on the safe side. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<(?:\/|[a-z_])[^>]*>/gi)) {
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
