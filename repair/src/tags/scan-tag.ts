/** An attribute as written: references are not decoded, bytes are characters. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly isQuoted: boolean;
}

export interface TagToken {
  readonly isEnd: boolean;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

const opening = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;
// An unquoted value does not begin with a quote: one whose end is not in sight yet would be taken for it.
const attribute =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r >][^\t\n\f\r >]*)|(?=>)))?/y;
const closing = /[\t\n\f\r /]*>/y;
const unfinishedValue = /[\t\n\f\r ]*=/y;

/** The tag at this `<`, by the HTML5 tokenizer's rules; `no-tag` where none begins. */
export function readTag(text: string, at: number): TagToken | "incomplete" | "no-tag" {
  const open = matchAt(opening, text, at);
  if (!open) return text.length - at < 3 ? "incomplete" : "no-tag";
  const [whole, slash, name = ""] = open;
  const read = readAttributes(text, at + whole.length);
  if (!read) return "incomplete";
  return { isEnd: slash === "/", name: name.toLowerCase(), start: at, ...read };
}

function readAttributes(text: string, from: number): Pick<TagToken, "attributes" | "end"> | undefined {
  const attributes = new Map<string, Attribute>();
  let position = from;
  while (!matchAt(closing, text, position)) {
    const found = matchAt(attribute, text, position);
    if (!found || isCutOff(text)) return undefined;
    position = attribute.lastIndex;
    const read = attributeOf(found);
    if (!attributes.has(read.name)) attributes.set(read.name, read);
  }
  return { attributes: [...attributes.values()], end: closing.lastIndex };
}

function attributeOf([, name = "", double, single, bare = ""]: readonly string[]): Attribute {
  const quoted = double ?? single;
  return { name: name.toLowerCase(), value: quoted ?? bare, isQuoted: quoted !== undefined };
}

/** Whether the attribute may go on behind what is here. */
function isCutOff(text: string): boolean {
  if (attribute.lastIndex >= text.length) return true;
  return matchAt(unfinishedValue, text, attribute.lastIndex) !== null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
