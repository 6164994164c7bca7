import { make } from "../base/base.ts";
import { buildText } from "../base/forms.ts";
import { actionsOf } from "./actions.ts";
import { ago } from "./ago.ts";
import type { Comment, Shown, Talk } from "./shapes.ts";

/** A comment with room for its answers below it. */
export function showComment(talk: Talk, comment: Comment): Shown {
  const replies = make("ol", { part: "replies" });
  const article = make("article");
  const shown: Shown = { item: make("li", { part: "comment" }, article, replies), replies, article, comment };
  talk.shown.set(comment.id, shown);
  drawComment(talk, shown, comment);
  return shown;
}

/** Draws the comment itself anew; what stands below it stays. */
export function drawComment(talk: Talk, shown: Shown, comment: Comment): void {
  shown.comment = comment;
  const article = make(
    "article",
    { id: `talk-${comment.id}`, tabindex: -1, "aria-label": comment.author?.name },
    ...(comment.state === "deleted"
      ? [make("small", {}, talk.place.words.gone)]
      : [
          headOf(talk, comment),
          make("div", { part: "text" }, buildText(comment.html)),
          actionsOf(talk, shown),
        ]),
  );
  shown.article.replaceWith(article);
  shown.article = article;
}

function headOf({ place: { words, language } }: Talk, comment: Comment): HTMLElement {
  const { author, createdAt, rating, sourceUrl } = comment;
  return make(
    "header",
    { part: "head" },
    ...(author ? nameOf(author) : []),
    mark(author?.kind === "team", words.team),
    mark(comment.pinnedAt, words.pinned),
    mark(comment.state === "held", words.held),
    !!rating && stars(rating, words.rated),
    make(
      "small",
      {},
      make(
        "a",
        { href: `#talk-${comment.id}`, part: "time", title: new Date(createdAt).toLocaleString(language) },
        make("time", { datetime: createdAt }, ago(language, createdAt)),
      ),
      comment.editedAt && ` · ${words.edited}`,
      sourceUrl && " · ",
      sourceUrl && make("a", { href: sourceUrl, ...foreign }, new URL(sourceUrl).hostname),
    ),
  );
}

const mark = (is: unknown, word: string) => !!is && make("mark", { part: "mark" }, word);

const foreign = { rel: "ugc nofollow noopener" };

const nameOf = ({ avatarUrl, url, name }: NonNullable<Comment["author"]>) => [
  avatarUrl && make("img", { src: avatarUrl, alt: "", loading: "lazy", part: "picture" }),
  url ? make("a", { href: url, part: "author", ...foreign }, name) : make("b", { part: "author" }, name),
];

export const stars = (rating: number, label: string): HTMLElement =>
  make(
    "span",
    { role: "img", "aria-label": label.replace("#", String(rating)), part: "rating" },
    "★".repeat(Math.round(rating)).padEnd(5, "☆"),
  );
