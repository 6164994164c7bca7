import { htmlToBody } from "./html-to-body.ts";
import type { ImportedRow, ReadExport } from "./imported-row.ts";
import { readElements, textOf, type XmlElement } from "./read-xml.ts";

/** WordPress eXtended RSS: each item is a page and holds its comments. Pingbacks are not talk. */
export const readWordpress: ReadExport = async function* read(pieces) {
  for await (const item of readElements(pieces, new Set(["item"]))) {
    const page = { page: textOf(item, "link"), pageTitle: textOf(item, "title") || undefined };
    for (const comment of item.children)
      if (comment.name === "wp:comment" && /^(|comment|review)$/.test(textOf(comment, "wp:comment_type")))
        yield { ...page, ...rowOf(comment) };
  }
};

function rowOf(comment: XmlElement): Omit<ImportedRow, "page" | "pageTitle"> {
  const say = (name: string) => textOf(comment, `wp:comment_${name}`);
  const parent = say("parent");
  const gmt = say("date_gmt");
  return {
    sourceId: say("id"),
    parentId: parent === "" || parent === "0" ? undefined : parent,
    name: say("author"),
    email: say("author_email") || undefined,
    url: say("author_url") || undefined,
    body: htmlToBody(say("content")),
    writtenAt: `${(gmt.startsWith("0000") ? "" : gmt) || say("date")} UTC`,
    state: states[say("approved")] ?? "held",
  };
}

const states: Readonly<Record<string, ImportedRow["state"]>> = {
  "1": "published",
  approve: "published",
  "0": "held",
  hold: "held",
  spam: "spam",
  trash: "rejected",
};
