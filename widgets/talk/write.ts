import { button, make, visitNow } from "../base/base.ts";
import { act, draft, sendInDoubt, statusLine, trap } from "../base/forms.ts";
import { keepToken } from "./identity.ts";
import { offerNames } from "./mention.ts";
import type { Comment, Posted, Talk } from "./shapes.ts";
import { signInRow } from "./sign-in.ts";

interface Writing {
  readonly parent?: Comment;
  /** What stands in it when it opens, besides what was typed before. */
  readonly text?: string;
  readonly close?: () => void;
  /** Changes a comment instead of posting one. */
  readonly save?: (body: string) => Promise<void>;
}

/** A form for a comment, an answer or a change. What was typed is kept until the server has taken it. */
export function writeForm(talk: Talk, writing: Writing): HTMLFormElement {
  const { place, thread } = talk;
  const { words } = place;
  const { parent, close, save } = writing;
  const began = performance.now();
  const status = statusLine();
  const honeypot = trap();
  const area = areaOf(talk, writing);
  const isReview = thread.hasRatings && !parent && !save;
  const rating = make(
    "select",
    { "aria-label": words.rate, part: "input" },
    ...["", 5, 4, 3, 2, 1].map((number) =>
      make("option", { value: number }, "★".repeat(Number(number)) || words.rate),
    ),
  );
  const guest = save || isKnown(thread) ? undefined : signInRow(talk, status);

  async function send(proofOfWork?: string): Promise<Posted> {
    const answer = await talk.ask<Posted>("comments", {
      body: {
        url: place.page,
        title: document.title.slice(0, 300),
        parentId: parent?.id,
        body: area.value,
        rating: Number(rating.value) || undefined,
        ...guest?.read(),
        form: talk.form,
        website: honeypot.value || undefined,
        filledMs: Math.round(performance.now() - began),
        proofOfWork,
        visit: await visitNow(),
      },
    });
    talk.form = answer.form;
    return answer;
  }

  async function post(): Promise<void> {
    const { comment, token } = await sendInDoubt(send, () => (status.textContent = words.proving));
    keepToken(place.site, token);
    draft.keep(keyOf(place.page, parent), "");
    area.value = "";
    status.textContent = comment.state === "held" ? words.held : words.posted;
    talk.insert(comment).article.focus();
    close?.();
  }

  return make(
    "form",
    {
      part: "form",
      submit: act(status, words.offline, () => (save ? save(area.value) : post())),
    },
    area,
    offerNames(talk, area),
    isReview && rating,
    guest?.row,
    honeypot,
    make(
      "div",
      { class: "row" },
      make("button", { part: "button send" }, save ? words.save : words.send),
      close && button(words.cancel, close),
      meOf(talk),
    ),
    status,
  );
}

/** Whether who reads may write as he is. */
const isKnown = ({ me, whoMayPost }: Talk["thread"]) => me && (whoMayPost === "anyone" || me.isVerified);

const keyOf = (page: string, parent?: Comment) => `${page} ${parent?.id ?? ""}`;

function areaOf({ place, thread }: Talk, { parent, text = "", save }: Writing): HTMLTextAreaElement {
  const { words, page } = place;
  const key = keyOf(page, parent);
  const label = parent ? words.answer + (parent.author?.name ?? "") : words.write;
  const area: HTMLTextAreaElement = make("textarea", {
    required: true,
    maxlength: thread.maxLength,
    rows: 3,
    placeholder: label,
    "aria-label": label,
    part: "input",
    input: () => !save && draft.keep(key, area.value),
    keydown: (event) => {
      if (event instanceof KeyboardEvent && event.key === "Enter" && (event.ctrlKey || event.metaKey))
        area.form?.requestSubmit();
    },
  });
  area.value = (save ? "" : draft.read(key)) || text;
  return area;
}

/** Who has signed in, and the way out. */
const meOf = ({ thread: { me }, place, ask, reload }: Talk) =>
  me &&
  make(
    "small",
    {},
    place.words.as,
    make("b", {}, me.name),
    " ",
    button(place.words.out, async () => {
      await ask("tokens", { method: "DELETE" }).catch(() => undefined);
      keepToken(place.site, "");
      await reload();
    }),
  );
