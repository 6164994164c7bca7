/**
 * What one HTML document says, as a parser that follows the HTML5 algorithm sees it. Offsets count bytes from the start
 * of the decompressed document in UTF-8 (an estimate where it is in another charset); lines count from 1.
 */
export interface Page {
  /** The address that answered, after redirects: what relative addresses in it are resolved against (see `baseUrl`). */
  readonly url: string;
  /** `<base href>`, resolved; the same as `url` where there is none. */
  readonly baseUrl: string;
  /** Bytes read, decompressed. */
  readonly byteLength: number;
  /** True when the document went on after the last byte that was read. */
  readonly isTruncated: boolean;
  readonly charset: Charset;
  /** `<html lang>`, as written. */
  readonly lang: string | undefined;
  readonly title: TextPlace | undefined;
  /** Every `<meta>` with a content or a charset, in source order, wherever it stands. */
  readonly metas: readonly Meta[];
  /** Every `<link href>`, in source order. */
  readonly links: readonly HeadLink[];
  readonly head: Head;
  readonly structuredData: readonly StructuredData[];
  readonly headings: readonly Heading[];
  readonly anchors: readonly Anchor[];
  readonly pictures: readonly Picture[];
  readonly scripts: readonly {
    readonly src: string | undefined;
    readonly isBlocking: boolean;
    readonly offset: number;
  }[];
  /** What says a time: `<time>`, and elements that microdata calls a date. */
  readonly times: readonly TimeMark[];
  /** Elements that seem to name the author; which of them do is for `describePage` to judge. */
  readonly bylines: readonly Byline[];
  readonly text: PageText;
}

export interface Place {
  readonly offset: number;
  readonly line: number;
}

export interface TextPlace extends Place {
  readonly text: string;
}

export interface Charset {
  /** WHATWG name in lower case: `utf-8`, `windows-1251`. */
  readonly name: string;
  readonly source: "bom" | "header" | "meta" | "default";
  /** Where `<meta charset>` or its http-equiv form ends; undefined where there is none. */
  readonly metaEnd: number | undefined;
  /** What the `<meta>` says, when there is one: it may contradict the header. */
  readonly metaName: string | undefined;
  /** False when bytes do not decode in it. */
  readonly isValid: boolean;
}

export interface Meta extends Place {
  /** The attribute that names it. `property` wins where a tag has both. */
  readonly by: "property" | "name" | "http-equiv" | "itemprop" | "charset";
  /** Lower case, trimmed: `og:title`. For `charset` the word itself. */
  readonly name: string;
  /** The `name` of a tag that has a `property` as well; lower case, trimmed. */
  readonly secondName: string | undefined;
  /** As written, entities decoded, untrimmed. */
  readonly content: string;
  /** Whether the attributes that matter stand in quotes: some readers are no parsers. */
  readonly isQuoted: boolean;
  /** Whether the HTML5 algorithm puts it into `<head>`. */
  readonly isInHead: boolean;
  /** The whole tag as written, at most 500 characters. */
  readonly source: string;
}

export interface HeadLink extends Place {
  /** Lower case words: `["alternate", "stylesheet"]`. */
  readonly rel: readonly string[];
  /** As written. */
  readonly href: string;
  /** Resolved; undefined where it is no address. */
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly title: string | undefined;
  readonly hreflang: string | undefined;
  readonly sizes: string | undefined;
  readonly isInHead: boolean;
}

export interface Head {
  /** Where the head ends for the HTML5 algorithm. */
  readonly end: Place;
  /** The element or text that closed it before `</head>` was met, if that happened: `div`, `#text`. */
  readonly closedEarlyBy: (Place & { readonly name: string }) | undefined;
}

/** One `<script type="application/ld+json">`. */
export interface StructuredData extends Place {
  readonly source: string;
  /** Undefined with an `error` where it is no JSON. */
  readonly value: unknown;
  readonly error: string | undefined;
}

export interface Heading extends TextPlace {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** What a link to this part of the page names. */
  readonly id: string | undefined;
}

export interface Anchor extends Place {
  /** Resolved; undefined where it is no address. */
  readonly url: string | undefined;
  readonly text: string;
  readonly rel: readonly string[];
  /** In `nav`, `header`, `footer` or `aside`: furniture, not the material itself. */
  readonly isFurniture: boolean;
}

export interface Picture extends Place {
  readonly url: string | undefined;
  /** Undefined where the attribute is missing; "" where it says that the picture is decoration. */
  readonly alt: string | undefined;
  /** As declared by attributes, pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface PageText {
  /** The running text of the material: paragraphs, list items, quotes, outside furniture; one line a block. */
  readonly main: string;
  /** Characters of all visible text, furniture included. */
  readonly visibleLength: number;
  /** Characters of it that are links. */
  readonly linkedLength: number;
}

export interface TimeMark extends TextPlace {
  /** `datetime`, or `content` where microdata has it there; as written. */
  readonly datetime: string | undefined;
  /** Lower case words; HTML's former `pubdate` counts as `datepublished`. */
  readonly itemprop: readonly string[];
  readonly isFurniture: boolean;
}

/** Its text is the first line of the element. */
export interface Byline extends TextPlace {
  /** What says so: `rel=author`, `itemprop=author`, or a class or id such as `byline`. */
  readonly by: "rel" | "itemprop" | "class";
  readonly isFurniture: boolean;
}
