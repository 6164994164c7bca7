/** Puts the tracked link where the author wrote the page's address, or at the end of the first message. Pure. */
export function composeTexts(written: Written, trackedUrl: string | undefined): readonly string[] {
  const texts = [written.text, ...written.thread];
  const { linkUrl } = written;
  if (!linkUrl || !trackedUrl) return texts;
  const linked = texts.map((text) => replaceUrl(text, linkUrl, trackedUrl));
  if (linked.some((text, index) => text !== texts[index])) return linked;
  const [first = "", ...rest] = texts;
  return [first.trim() === "" ? trackedUrl : `${first.trimEnd()}\n\n${trackedUrl}`, ...rest];
}

export interface Written {
  readonly text: string;
  readonly thread: readonly string[];
  readonly linkUrl: string | null;
}

/** Every place where the address stands whole: `https://a.example/` is not in `https://a.example/page`. */
function replaceUrl(text: string, url: string, by: string): string {
  const spellings = [...new Set([url, url.replace(/\/$/, ""), new URL(url).href])].sort(
    (a, b) => b.length - a.length,
  );
  const pattern = new RegExp(`(?:${spellings.map((each) => RegExp.escape(each)).join("|")})${end}`, "giu");
  return text.replace(pattern, () => by);
}

/** After it comes nothing, a space, or marks that end a sentence. */
const end = String.raw`(?=$|[\s<>"'«»]|[.,;:!?)\]…]+(?:$|[\s<>"'«»]))`;
