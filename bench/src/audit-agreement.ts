/**
 * What `describePage` says beside what another tool's published expectations say, field by field. Where the two
 * differ, the page itself is asked who is right (see audit-evidence.ts).
 */
import { describePage, readPage, type PageDescription } from "@samovar/audit";
import { explain, verdicts, type Verdict } from "./audit-evidence.ts";
import { sameInField, type Field } from "./audit-fields.ts";
import type { RealPage } from "./audit-pages.ts";

export interface Comparison {
  readonly page: RealPage;
  readonly field: Field;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly verdict: Verdict;
}

/** Every field of every page that has an expectation. */
export function compareAll(pages: readonly RealPage[]): Comparison[] {
  return pages.flatMap((page) => (page.expected ? comparePage(page, page.expected) : []));
}

/** By collection and field: how many of each verdict, as lines for people. */
export function tabulate(comparisons: readonly Comparison[]): string[] {
  const groups = Map.groupBy(comparisons, ({ page, field }) => `${page.collection.padEnd(12)} ${field}`);
  return [...groups].flatMap(([name, group]) => {
    const agreed = count(group, "agree");
    const classes = verdicts
      .filter((verdict) => verdict !== "agree" && count(group, verdict) > 0)
      .map((verdict) => `${" ".repeat(28)}${String(count(group, verdict)).padStart(4)}  ${verdict}`);
    return [`  ${name.padEnd(26)}${String(agreed).padStart(4)} of ${group.length} agree`, ...classes];
  });
}

export const count = (comparisons: readonly Comparison[], verdict: Verdict): number =>
  comparisons.filter((each) => each.verdict === verdict).length;

/** Our fields, and what each collection calls them. */
const names: Readonly<Record<string, Readonly<Partial<Record<Field, string>>>>> = {
  metascraper: {
    title: "title",
    description: "description",
    image: "image",
    author: "author",
    publishedAt: "date",
    canonical: "url",
    lang: "lang",
  },
  readability: {
    title: "title",
    description: "excerpt",
    author: "byline",
    publishedAt: "publishedTime",
    siteName: "siteName",
    lang: "lang",
  },
};

function comparePage(real: RealPage, expected: Readonly<Record<string, unknown>>): Comparison[] {
  const page = readPage({
    url: real.url,
    body: real.body,
    contentType: "text/html; charset=utf-8",
    isTruncated: false,
  });
  const described = describePage(page);
  const asked: [Field, string][] = fields.flatMap((field): [Field, string][] => {
    const name = names[real.collection]?.[field];
    return name === undefined || !(name in expected) ? [] : [[field, name]];
  });
  return asked.map(([field, name]) => {
    const ours = answerOf(described, field, real);
    const theirs = textOf(expected[name]);
    const verdict = sameInField(field, ours, theirs)
      ? "agree"
      : explain({ page, html: real.body.toString(), field, ours, theirs });
    return { page: real, field, ours, theirs, verdict };
  });
}

const fields: readonly Field[] = [
  "title",
  "description",
  "image",
  "author",
  "publishedAt",
  "canonical",
  "siteName",
  "lang",
];

/** Where a page names no canonical address, the tools answer with the address that was asked for. */
function answerOf(described: PageDescription, field: Field, { url }: RealPage): string | undefined {
  return field === "canonical" ? (described.canonical ?? url) : described[field];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;
