import { button, make, visitNow } from "../base/base.ts";
import { faceButton } from "../base/faces.ts";
import { reasonOf, statusLine } from "../base/forms.ts";
import { reportForm } from "./report.ts";
import type { Comment, Shown, Talk } from "./shapes.ts";
import { writeForm } from "./write.ts";

/** What a reader can do with a comment; what that asks for opens below it. */
export function actionsOf(talk: Talk, shown: Shown): HTMLElement {
  const { words, language } = talk.place;
  const { comment } = shown;
  const path = `comments/${comment.id}`;
  const below = make("div");
  const status = statusLine();
  /** A second press closes what the first has opened. */
  const opening = (label: string, what: () => HTMLElement) =>
    button(label, () => {
      status.textContent = "";
      if (below.firstChild) return below.replaceChildren();
      below.append(what());
      below.querySelector<HTMLElement>("textarea,select,button")?.focus();
    });
  const close = () => {
    below.replaceChildren();
    shown.article.focus();
  };
  const redraw = (changed: Partial<Comment>) => talk.draw(shown, { ...shown.comment, ...changed });
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      status.textContent = reasonOf(error, words.offline);
    }
  };

  const react = (kind: string) =>
    faceButton(kind, { language, ...comment }, (method) =>
      attempt(async () => {
        const body = { visit: await visitNow() };
        redraw(await talk.ask<Partial<Comment>>(`${path}/reactions/${kind}`, { method, body }));
        shown.article.querySelector<HTMLElement>(`[data-kind=${kind}]`)?.focus();
      }),
    );
  const answer = (label: string, text: () => string) =>
    opening(label, () => writeForm(talk, { parent: comment, text: text(), close }));
  const edit = () =>
    writeForm(talk, {
      text: comment.body ?? "",
      close,
      save: async (body) => redraw(await talk.ask<Comment>(path, { method: "PATCH", body: { body } })),
    });
  const remove = () =>
    make(
      "div",
      { class: "row" },
      button(words.sure, () =>
        attempt(async () => redraw(await talk.ask<Comment>(path, { method: "DELETE" }))),
      ),
      button(words.cancel, close),
    );
  const report = () =>
    reportForm(words, close, (said) =>
      attempt(async () => {
        await talk.ask(`${path}/reports`, { body: { ...said, visit: await visitNow() } });
        close();
        status.textContent = words.thanks;
      }),
    );
  const mayWrite = !talk.thread.isClosed && comment.state === "published";
  const mayEdit = comment.editableUntil && Date.parse(comment.editableUntil) > Date.now();
  return make(
    "footer",
    { part: "actions" },
    make(
      "div",
      { class: "row" },
      ...(comment.state === "published" ? talk.thread.reactionKinds.map(react) : []),
      mayWrite && answer(words.reply, () => ""),
      mayWrite && answer(words.quote, () => quoted(shown)),
      mayEdit && opening(words.edit, edit),
      comment.isOwn && opening(words.remove, remove),
      !comment.isOwn && opening(words.report, report),
    ),
    below,
    status,
  );
}

/** What the reader has marked in the comment, or all of it, as a quote to write below. */
function quoted({ article }: Shown): string {
  const all = article.querySelector<HTMLElement>("[part=text]")?.innerText ?? "";
  const marked = String(getSelection()).trim();
  return (marked && all.includes(marked) ? marked : all).replace(/^/gm, "> ") + "\n\n";
}
