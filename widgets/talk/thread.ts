import { button, count, make } from "../base/base.ts";
import { drawComment, showComment, stars } from "./comment.ts";
import { followChanges } from "./changes.ts";
import type { Comment, Page, Shown, Talk, Thread } from "./shapes.ts";
import { writeForm } from "./write.ts";

/** Puts a thread on the screen and keeps it up to date; answers how to stop that. */
export function showThread(
  thread: Thread,
  { place, ask, reload }: Pick<Talk, "place" | "ask" | "reload">,
): () => void {
  const { words, language, page } = place;
  const list = make("ol", { part: "list" });
  const title = make("h2", { part: "heading" });
  const fresh = make("div", { "aria-live": "polite" });
  const more = make("div");
  const none = make("li", {}, words.none);
  const shown = new Map<string, Shown>();
  const draw = (one: Shown, comment: Comment) => drawComment(talk, one, comment);
  const talk: Talk = { place, ask, reload, thread, shown, form: thread.form, draw, insert };

  const tell = (commentCount: number) => {
    title.textContent = commentCount ? count(language, commentCount, words.count) : words.title;
  };

  /** Where it belongs: known ones are drawn anew, new roots come first. */
  function insert(comment: Comment): Shown {
    const before = shown.get(comment.id);
    if (before) drawComment(talk, before, comment);
    else if (comment.parentId) addAnswer(comment);
    else list.prepend(showRoot(comment).item);
    none.remove();
    return shown.get(comment.id) ?? showComment(talk, comment);
  }

  /** Deeper than the site shows them, answers stand beside what they answer. */
  function addAnswer(comment: Comment): void {
    const parent = shown.get(comment.parentId ?? "") ?? shown.get(comment.rootId);
    if (!parent || shown.has(comment.id)) return;
    const room = parent.comment.depth < comment.depth ? parent.replies : parent.item.parentElement;
    room?.append(showComment(talk, comment).item);
  }

  function showRoot(comment: Comment): Shown {
    const root = showComment(talk, comment);
    const { replies = [], id, descendantCount } = comment;
    replies.forEach(addAnswer);
    const left = descendantCount - replies.length;
    let after = replies.at(-1)?.id;
    if (left > 0) {
      const rest = button(count(language, left, words.replies), async () => {
        const query = new URLSearchParams({ ...(after && { after }) });
        const { items, next } = await ask<Page>(`comments/${id}/replies?${query}`);
        items.forEach(addAnswer);
        after = items.at(-1)?.id;
        if (!next) rest.remove();
      });
      root.item.append(rest);
    }
    return root;
  }

  function addPage({ items, next }: Page): void {
    for (const comment of items) if (!shown.has(comment.id)) list.append(showRoot(comment).item);
    more.replaceChildren();
    if (next)
      more.append(
        button(
          words.more,
          async () =>
            addPage(
              await ask<Page>(`thread?${new URLSearchParams({ url: page, sort: thread.sort, after: next })}`),
            ),
          { part: "button" },
        ),
      );
  }

  const { pinned, own, isClosed, whoMayPost } = thread;
  tell(thread.commentCount);
  place.show(
    make(
      "section",
      { "aria-label": words.title, part: "talk" },
      headOf(talk, title),
      isClosed || whoMayPost === "nobody" ? make("p", {}, words.closed) : writeForm(talk, {}),
      fresh,
      list,
      more,
    ),
  );
  addPage({ items: [...pinned, ...own.filter(({ parentId }) => !parentId)], next: null });
  addPage(thread);
  own.forEach(addAnswer);
  if (!list.firstChild) list.append(none);
  return followChanges(talk, fresh, tell);
}

function headOf({ place: { words, language }, thread, reload }: Talk, title: HTMLElement): HTMLElement {
  const { rating } = thread;
  const sort: HTMLSelectElement = make(
    "select",
    { "aria-label": words.sort, part: "input", change: () => reload(sort.value) },
    ...(["best", "new", "old"] as const).map((one) =>
      make("option", { value: one, selected: one === thread.sort }, words[one]),
    ),
  );
  return make(
    "header",
    { class: "top" },
    title,
    rating &&
      make(
        "small",
        {},
        stars(rating.average, words.rated),
        ` ${rating.average.toLocaleString(language)} (${rating.count})`,
      ),
    thread.commentCount > 1 && sort,
  );
}
