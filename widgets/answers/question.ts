import { make, type Place, visitNow } from "../base/base.ts";
import { act, statusLine, trap } from "../base/forms.ts";
import { keepTokens } from "./told.ts";
import type { Words } from "./words.ts";

/** Takes a question to the editor, with an address to be told the answer at. */
export function questionForm(
  { words, language, site, page, ask }: Place<Words>,
  asked: { readonly q: string; readonly searchId: string | undefined },
  done: (said: string) => void,
): HTMLFormElement {
  const status = statusLine();
  const honeypot = trap();
  const text = make("textarea", {
    required: true,
    maxlength: 300,
    rows: 3,
    "aria-label": words.question,
    part: "input",
  });
  text.value = asked.q;
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
        const { token, willMail } = await ask<{ token: string; willMail: boolean }>(
          `/answers/${site}/questions`,
          {
            body: {
              q: text.value,
              searchId: asked.searchId,
              email: email.value || undefined,
              lang: language.slice(0, 2),
              page,
              website: honeypot.value || undefined,
              visit: await visitNow(),
            },
          },
        );
        keepTokens(site, (tokens) => [...tokens, token]);
        done(willMail ? words.mailed : words.asked);
      }),
    },
    text,
    email,
    honeypot,
    make("button", { part: "button send" }, words.send),
    status,
  );
}
