/**
 * A stranger's text made harmless to look at, with nothing lost that a language needs: one form of Unicode (NFC), no
 * control characters, nothing that turns the direction of what stands around it, nothing invisible, no towers of
 * accents, no more than one empty line at a time. Pure; the same when done twice.
 */
export function cleanText(text: string): string {
  return withoutTowers(text.toWellFormed().normalize("NFC"))
    .replaceAll(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll(control, "")
    .replaceAll(direction, "")
    .replaceAll(invisible, "")
    .replaceAll(tags, "")
    .replaceAll(/[^\S\n]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same for what stands on one line: a name, a title. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, " ");

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g;
/** Embeddings, overrides and isolates (Unicode TR9 §2). The marks U+200E and U+200F turn nothing but themselves. */
const direction = /[\u202a-\u202e\u2066-\u2069]/g;
/** The joiners U+200C and U+200D are letters' and emoji's own. */
const invisible = /[\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\u115f\u1160\u3164\uffa0\u180e]/g;
/** Letters that nobody sees, but in the flags of regions, where they belong. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8})[\u{e0000}-\u{e007f}]/gu;

/**
 * Marks that go on any letter (U+0300 …) are cut after two, which is what the most accented of languages leaves after
 * NFC; marks of a script, of which a Tibetan or Hebrew letter may bear several, after six.
 */
function withoutTowers(text: string): string {
  return text.replaceAll(marksOfAny, "$1").replaceAll(/(\p{M}{6})\p{M}+/gu, "$1");
}

const anyMark = String.raw`[\u{300}-\u{36f}\u{483}-\u{489}\u{1ab0}-\u{1aff}\u{1dc0}-\u{1dff}\u{20d0}-\u{20ff}\u{fe20}-\u{fe2f}]`;
const marksOfAny = new RegExp(`(${anyMark}{2})${anyMark}+`, "gu");
