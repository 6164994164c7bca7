import { SaxesParser } from "saxes";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** An element without its children's markup: its text, its attributes, and its child elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlElement[];
}

/**
 * Reads the elements with these names, each whole, from XML of any length; what surrounds them is never held. Throws
 * `invalid` for what is not XML.
 */
export async function* readElements(
  pieces: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncIterable<XmlElement> {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  const done: XmlElement[] = [];
  let fault: Error | undefined;
  parser.on("error", (error) => (fault ??= error));
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, text: "", children: [] };
    open.at(-1)?.children.push(element);
    if (open.length > 0 || wanted.has(name)) open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element && open.length === 0) done.push(element);
  });
  for await (const piece of pieces) {
    parser.write(piece);
    if (fault) throw notXml(fault);
    yield* done.splice(0);
  }
  parser.close();
  if (fault) throw notXml(fault);
  yield* done.splice(0);
}

const notXml = (fault: Error) =>
  new Problem("invalid", say`file: is no whole XML: ${fault.message.slice(0, 200)}`, {
    hint: say`Export it again, and unpack it if it came as an archive`,
  });

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** The trimmed text of a child; empty where there is none. */
export const textOf = (element: XmlElement | undefined, name: string): string =>
  (element && childOf(element, name)?.text.trim()) ?? "";
