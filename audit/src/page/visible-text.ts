import type { PageText } from "./page.ts";

/** How a piece of text stands in the page. */
export interface Standing {
  readonly isFurniture: boolean;
  readonly isLinked: boolean;
  /** Within `<main>`, `<article>` or what says that it is one. */
  readonly isMaterial: boolean;
}

interface Line extends Standing {
  readonly start: number;
  readonly end: number;
}

/**
 * Gathers the text that a person sees, white space collapsed, a line a block, and remembers which lines are running
 * text. Parts of it are cut out by position once all of it is there: an element's text is not copied for each ancestor.
 */
export class VisibleText {
  readonly #parts: string[] = [];
  readonly #running: Line[] = [];
  readonly #blocks: string[] = [];
  #length = 0;
  #lineStart = 0;
  #lineLinked = 0;
  #linked = 0;
  #breakAt = -1;
  #endsInSpace = true;
  #newLines = 0;
  #whole = "";

  get length(): number {
    return this.#length;
  }

  add(text: string, standing: Standing): void {
    const collapsed = text.replace(/[ \t\n\f\r]+/g, " ");
    const added = this.#endsInSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
    if (added === "") return;
    this.#append(added);
    this.#endsInSpace = added.endsWith(" ");
    if (!standing.isLinked) return;
    this.#lineLinked += added.length;
    this.#linked += added.length;
  }

  openBlock(tagName: string, outside: Standing): void {
    this.endLine(outside);
    this.#blocks.push(tagName);
  }

  closeBlock(inside: Standing): void {
    this.endLine(inside);
    this.#blocks.pop();
  }

  /** `<br>`: one is a space within the block, two are a new one. */
  breakLine(standing: Standing): void {
    if (this.#breakAt === this.#length) this.endLine(standing);
    else this.add(" ", standing);
    this.#breakAt = this.#length;
  }

  endLine(standing: Standing): void {
    const [start, end] = [this.#lineStart, this.#length];
    if (end === start) return;
    if (this.#isRunning(end - start, standing)) this.#running.push({ start, end, ...standing });
    this.#append("\n");
    this.#newLines++;
    this.#endsInSpace = true;
    this.#lineStart = this.#length;
    this.#lineLinked = 0;
  }

  /** Once everything is added. */
  finish(): PageText {
    this.#whole = this.#parts.join("");
    const material = this.#running.filter(({ isMaterial }) => isMaterial);
    const lines = lengthOf(material) >= enoughMaterial ? material : this.#running;
    return {
      main: lines.map(({ start, end }) => this.#whole.slice(start, end).trim()).join("\n"),
      visibleLength: this.#length - this.#newLines,
      linkedLength: this.#linked,
    };
  }

  /** The text between two positions as one line, at most `limit` characters; only after `finish`. */
  between(start: number, end: number, limit: number): string {
    return this.#whole
      .slice(start, Math.min(end, start + limit))
      .replaceAll("\n", " ")
      .trim();
  }

  /** The first line that begins after `start`; with the next, where it is a mere word such as "By". */
  firstLine(start: number, end: number, limit: number): string {
    const text = this.#whole.slice(start, Math.min(end, start + limit)).trimStart();
    const [first = "", ...others] = text.split("\n", 3).map((line) => line.trim());
    return first.length > shortestLine ? first : [first, ...others.slice(0, 1)].join(" ").trim();
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #isRunning(length: number, { isFurniture }: Standing): boolean {
    if (isFurniture || this.#lineLinked * 2 > length) return false;
    return length >= (leastLength.get(this.#blocks.at(-1) ?? "") ?? leastOfOthers);
  }
}

const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { start, end }) => sum + end - start, 0);

/** Characters from which a line of such a block counts as running text; shorter ones are labels and menus. */
const leastLength: ReadonlyMap<string, number> = new Map([
  ["p", 2],
  ["blockquote", 2],
  ["pre", Infinity],
  ["li", 25],
  ["dd", 25],
  ["figcaption", 25],
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, number] => [name, Infinity]),
]);
const leastOfOthers = 60;
const shortestLine = 4;
/** Below that, `<main>` and `<article>` are taken for teasers, and the whole page is read. */
const enoughMaterial = 250;
