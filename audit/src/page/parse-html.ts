import {
  defaultTreeAdapter,
  Parser,
  Token,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
} from "parse5";

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Places in the text, in UTF-16 units. */
export interface TextPosition {
  readonly offset: number;
  readonly line: number;
}

export interface ParsedHtml {
  readonly document: Document;
  /** The tag or the text at which the head ended; undefined when the text ended first. */
  readonly headEnd: (TextPosition & { readonly name: string }) | undefined;
  /** Something else than `</head>` ended it, and the author meant otherwise: `</head>` or `<body>` came later. */
  readonly isHeadClosedEarly: boolean;
  /** The page has more tags than are read. */
  readonly isCut: boolean;
}

/** Far beyond real pages (the HTML standard on one page has 400,000 tags), and parsed within seconds. */
const maxTags = 500_000;
/** Deeper trees are no pages but attacks: each level costs at each tag. Browsers flatten at 512. */
const maxDepth = 10_000;

/** Parses as HTML5 says, for a reader that runs no scripts: what is in `<noscript>` is markup. */
export function parseHtml(text: string): ParsedHtml {
  const parser = new HeadWatcher({
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: startsOnly,
  });
  parser.tokenizer.write(text, true);
  const { document, headEnd, isHeadClosedEarly, isCut } = parser;
  return { document, headEnd, isHeadClosedEarly, isCut };
}

/** Where elements end is asked by nobody here, and to write it down is a tenth of the parsing. */
const startsOnly = { ...defaultTreeAdapter, updateNodeSourceCodeLocation: () => undefined };

/** The tree doesn't tell what ended the head: this looks on as it happens. */
class HeadWatcher extends Parser<DefaultTreeAdapterMap> {
  headEnd: ParsedHtml["headEnd"];
  isHeadClosedEarly = false;
  isCut = false;
  #tags = 0;
  #token: Token.Token | undefined;

  override onStartTag(token: Token.TagToken): void {
    if (++this.#tags > maxTags || this.openElements.depth > maxDepth) this.#stop();
    if (this.headEnd) this.#lookBack(token.tagName === "body" && !/^(body|\/head)$/.test(this.headEnd.name));
    else this.#token = token;
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.headEnd) this.#lookBack(token.tagName === "head" && this.headEnd.name !== "/head");
    else this.#token = token;
    super.onEndTag(token);
  }

  override onCharacter(token: Token.CharacterToken): void {
    if (!this.headEnd) this.#token = token;
    super.onCharacter(token);
  }

  override onNullCharacter(token: Token.CharacterToken): void {
    if (!this.headEnd) this.#token = token;
    super.onNullCharacter(token);
  }

  override onEof(token: Token.EOFToken): void {
    this.#token = undefined;
    super.onEof(token);
  }

  override onItemPop(node: DefaultTreeAdapterMap["parentNode"], isTop: boolean): void {
    super.onItemPop(node, isTop);
    if (node !== this.headElement || this.headEnd || !this.#token?.location) return;
    const { startOffset: offset, startLine: line } = this.#token.location;
    this.headEnd = { offset, line, name: nameOf(this.#token) };
  }

  #lookBack(isStray: boolean): void {
    if (isStray) this.isHeadClosedEarly = true;
  }

  #stop(): void {
    this.isCut = true;
    this.tokenizer.pause();
  }
}

function nameOf(token: Token.Token): string {
  if (token.type === Token.TokenType.START_TAG) return token.tagName;
  if (token.type === Token.TokenType.END_TAG) return `/${token.tagName}`;
  return "#text";
}
