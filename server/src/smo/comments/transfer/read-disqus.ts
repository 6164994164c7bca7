import { htmlToBody } from "./html-to-body.ts";
import type { ImportedRow, ReadExport } from "./imported-row.ts";
import { childOf, readElements, textOf, type XmlElement } from "./read-xml.ts";

/** https://help.disqus.com/en/articles/1717164-comments-export: threads first, then posts that name them. */
export const readDisqus: ReadExport = async function* read(pieces) {
  const threads = new Map<string, { readonly page: string; readonly title: string }>();
  for await (const element of readElements(pieces, new Set(["thread", "post"]))) {
    const id = element.attributes["dsq:id"] ?? "";
    if (element.name === "thread")
      threads.set(id, { page: textOf(element, "link"), title: textOf(element, "title") });
    else yield rowOf(element, threads);
  }
};

function rowOf(
  post: XmlElement,
  threads: ReadonlyMap<string, { readonly page: string; readonly title: string }>,
): ImportedRow {
  const thread = threads.get(childOf(post, "thread")?.attributes["dsq:id"] ?? "");
  return {
    sourceId: post.attributes["dsq:id"] ?? "",
    parentId: childOf(post, "parent")?.attributes["dsq:id"],
    page: thread?.page ?? "",
    pageTitle: thread?.title || undefined,
    ...authorOf(childOf(post, "author")),
    body: htmlToBody(textOf(post, "message")),
    writtenAt: textOf(post, "createdAt"),
    state: stateOf(post),
  };
}

const authorOf = (author: XmlElement | undefined) => ({
  name: textOf(author, "name") || textOf(author, "username"),
  email: textOf(author, "email") || undefined,
  url: textOf(author, "link") || undefined,
});

function stateOf(post: XmlElement): ImportedRow["state"] {
  if (textOf(post, "isDeleted") === "true") return "deleted";
  if (textOf(post, "isSpam") === "true") return "spam";
  return textOf(post, "isApproved") === "false" ? "held" : "published";
}
