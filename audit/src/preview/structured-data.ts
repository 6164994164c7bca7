import { decodeEntities } from "./decode-entities.ts";
import type { StructuredData } from "../page/page.ts";
import type { Source } from "./sources.ts";

/** The kinds that are read; others, `Article` among them, are passed over. */
const kinds: ReadonlySet<unknown> = new Set(["NewsArticle", "WebPage"]);

/** Some publications hide their JSON-LD in comments that hide CDATA. */
const cdataLine = /^\s*(\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/gm;

/**
 * A field of the first JSON-LD object at the top that is a NewsArticle or a WebPage, as Mastodon looks for it
 * (`app/lib/link_details_extractor.rb`). `author.name` takes the first author. An empty
 * string is an answer.
 */
export const structuredData = (path: string): Source => ({
  label: `JSON-LD ${path}`,
  find({ page }) {
    const value = valueAt(findDescribing(page.structuredData), path);
    return typeof value === "string" ? { text: value, from: `JSON-LD ${path}` } : undefined;
  },
});

type Dictionary = Readonly<Record<string, unknown>>;

function findDescribing(all: readonly StructuredData[]): Dictionary | undefined {
  for (const each of all) {
    const root = parse(each);
    const found = (Array.isArray(root) ? root : [root]).find(isDescribing);
    if (found) return found;
  }
  return undefined;
}

function isDescribing(value: unknown): value is Dictionary {
  return typeof value === "object" && value !== null && "@type" in value && kinds.has(value["@type"]);
}

function parse({ source, value }: StructuredData): unknown {
  if (value !== undefined && !source.includes("&")) return value;
  try {
    return JSON.parse(decodeEntities(source.replace(cdataLine, "")));
  } catch {
    return undefined;
  }
}

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split(".")) {
    const [first] = Array.isArray(value) ? value : [value];
    value =
      typeof first === "object" && first !== null
        ? Object.entries(first).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return value;
}
