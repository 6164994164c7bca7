import type { HeadCharset } from "./charset-of.ts";
import type { ScannedHead } from "./head-of.ts";
import { maxTagsBytes } from "./make-tags.ts";
import type { HeadScan, HeadTag } from "./scan-head.ts";
import { attributeFor, inAscii, onOneLine, metaTag, titleTag, type Tag } from "./write-tag.ts";

/** A piece of the document that gives way to another; nothing is taken where start and end are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** What is to be mended, and how it stands. */
export interface HeadToEdit {
  readonly bytes: Uint8Array;
  readonly scan: HeadScan;
  readonly head: ScannedHead;
  readonly charset: HeadCharset;
}

/** A charset must be named within the first 1,024 bytes. */
const charsetWindow = 1024;

/**
 * The edits that make a head say what is wished, in the order of the document. A tag that says it already, in the
 * right attribute, in quotes and early enough, stays as it is.
 */
export function editHead(target: HeadToEdit, tags: readonly Tag[]): Edit[] {
  const standing = tags.map((tag) => ({ tag, found: standingFor(target.head, tag) }));
  const groupsToMend = new Set(
    standing.flatMap(({ tag, found }) => (tag.group !== undefined && !isGood(tag, found) ? tag.group : [])),
  );
  const toMend = standing.filter(({ tag, found }) =>
    tag.group === undefined ? !isGood(tag, found) : groupsToMend.has(tag.group),
  );
  const removed = new Set([
    ...toMend.flatMap(({ found }) => found.map(({ tag }) => tag)),
    ...[...groupsToMend].flatMap((group) => ofGroup(target.head, group)),
    ...contradicting(target.head, tags),
  ]);
  const added = toMend.map(({ tag, found }) => {
    const written = isForSearch(tag) ? ownWords(tag, found) : tag;
    return target.charset.name === "utf-8" ? written.html : inAscii(written);
  });
  return [...insertion(target, added, removed), ...[...removed].map(removal)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** The title of the tab and the words for search engines are the owner's, whatever the cards say. */
const isForSearch = ({ key }: Tag) => key === "title" || key === "meta description";

function ownWords(tag: Tag, found: readonly Standing[]): Tag {
  const own = found.find(({ value }) => value !== "");
  if (!own) return tag;
  return tag.key === "title" ? titleTag(own.value) : metaTag("description", own.value);
}

interface Standing {
  readonly tag: HeadTag;
  readonly value: string;
  /** Written so that every reader takes it. */
  readonly isClean: boolean;
}

/** The tags of the page that a wished one stands for. */
function standingFor(head: ScannedHead, { key }: Tag): Standing[] {
  const [kind = "", name = ""] = key.split(/ (.*)/s);
  if (kind === "title") return head.titles.map(({ text, tag }) => ({ tag, value: text, isClean: true }));
  if (kind === "meta") return metasNamed(head, name);
  if (kind === "script")
    return head.scripts
      .filter(({ src }) => src === name)
      .map(({ src, tag }) => ({ tag, value: src, isClean: true }));
  if (key === "link canonical") return linksWith(head, (rel) => rel.includes("canonical"));
  if (kind === "link")
    return linksWith(
      head,
      (rel, url) => rel.includes("alternate") && url === name.replace(/^alternate /, ""),
    );
  return [];
}

const metasNamed = (head: ScannedHead, name: string): Standing[] =>
  head.metas
    .filter((meta) => meta.name === name)
    .map(({ by, content, isQuoted, tag }) => ({
      tag,
      value: onOneLine(content),
      isClean: isQuoted && by === attributeFor(name),
    }));

const linksWith = (
  head: ScannedHead,
  isMeant: (rel: readonly string[], url: string | undefined) => boolean,
): Standing[] =>
  head.links
    .filter(({ rel, url }) => isMeant(rel, url))
    .map(({ href, tag }) => ({
      tag,
      value: href.trim(),
      isClean: tag.attributes.every((each) => each.isQuoted),
    }));

/** Whether what stands there needs no mending. */
function isGood(wished: Tag, found: readonly Standing[]): boolean {
  if (isForSearch(wished)) {
    const [first] = found;
    return found.length === 1 && first?.value !== "" && first?.isClean === true && isWellPlaced(first.tag);
  }
  const isFeed = wished.key.startsWith("link alternate");
  const good = found.filter(
    ({ tag, value, isClean }) => isClean && (value === wished.value || isFeed) && isWellPlaced(tag),
  );
  return wished.group === undefined
    ? good.length > 0 && good.length === found.length && found.length === 1
    : good.length > 0;
}

/** In the head, and so early that it is within 32 kB, the smallest window, whatever is put before it. */
const isWellPlaced = (tag: HeadTag) => tag.isInHead && tag.end <= maxTagsBytes;

const ofGroup = (head: ScannedHead, group: string): HeadTag[] =>
  head.metas
    .filter(({ name }) => (group === "image" ? /^og:image(:|$)/.test(name) : name === group))
    .map(({ tag }) => tag);

/** A second title or description for one network that says something else: another takes the later of both. */
function contradicting(head: ScannedHead, tags: readonly Tag[]): HeadTag[] {
  return ["title", "description"].flatMap((name) => {
    const wished = tags.find(({ key }) => key === `meta og:${name}`)?.value;
    return head.metas
      .filter(
        (meta) =>
          meta.name === `twitter:${name}` && wished !== undefined && onOneLine(meta.content) !== wished,
      )
      .map(({ tag }) => tag);
  });
}

const removal = ({ start, end }: HeadTag): Edit => ({ start, end, bytes: new Uint8Array() });

/** All that is added stands together, behind the charset where that is named early enough, and moved up where not. */
function insertion(
  { bytes, scan, charset }: HeadToEdit,
  added: readonly string[],
  removed: Set<HeadTag>,
): Edit[] {
  if (added.length === 0) return [];
  const { meta } = charset;
  const text = `\n${added.join("\n")}\n`;
  if (!meta || meta.end <= charsetWindow) {
    const at = Math.max(meta?.end ?? 0, scan.insertAt);
    return [{ start: at, end: at, bytes: Buffer.from(text) }];
  }
  const tag = scan.tags.find(({ start }) => start === meta.start);
  if (tag) removed.add(tag);
  const moved = Buffer.from(bytes.subarray(meta.start, meta.end));
  return [
    {
      start: scan.insertAt,
      end: scan.insertAt,
      bytes: Buffer.concat([Buffer.from("\n"), moved, Buffer.from(text)]),
    },
  ];
}
