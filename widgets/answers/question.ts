import { make, type Place, visitNow } from "../base/base.ts";
import { act, statusLine, trap } from "../base/forms.ts";
import type { Words } from "./words.ts";

/** Takes a question to the editor, with an address to be told the answer at. */
export function questionForm(
  { words, language, site, page, ask }: Place<Words>,
  question: string,
  done: (said: string) => void,
): HTMLFormElement {
  const began = performance.now();
  const status = statusLine();
  const honeypot = trap();
  const text = make("textarea", {
    required: true,
    maxlength: 1000,
    rows: 3,
    "aria-label": words.question,
    part: "input",
  });
  text.value = question;
  const email = make("input", {
    type: "email",
    autocomplete: "email",
    maxlength: 254,
    placeholder: words.email,
    "aria-label": words.email,
    part: "input",
  });
  return make(
    "form",
    {
      part: "form",
      submit: act(status, words.offline, async () => {
        await ask(`/answers/${site}/questions`, {
          body: {
            question: text.value,
            email: email.value || undefined,
            language,
            page,
            honeypot: honeypot.value,
            filledMs: Math.round(performance.now() - began),
            visit: visitNow(),
          },
        });
        done(words.asked);
      }),
    },
    text,
    email,
    honeypot,
    make("button", { part: "button send" }, words.send),
    status,
  );
}
