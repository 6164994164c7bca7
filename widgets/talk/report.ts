import { button, make } from "../base/base.ts";
import type { Words } from "./words.ts";

const reasons = ["spam", "abuse", "off-topic", "illegal", "other"] as const;

/** A reader says what is wrong with a comment. */
export function reportForm(
  words: Words,
  close: () => void,
  send: (said: object) => unknown,
): HTMLFormElement {
  const reason = make(
    "select",
    { "aria-label": words.reason, part: "input" },
    ...reasons.map((one) => make("option", { value: one }, words[one])),
  );
  const text = make("input", {
    placeholder: words.details,
    "aria-label": words.details,
    maxlength: 1000,
    part: "input",
  });
  return make(
    "form",
    {
      submit(event) {
        event.preventDefault();
        send({ reason: reason.value, text: text.value || undefined });
      },
    },
    make(
      "div",
      { class: "row" },
      reason,
      text,
      make("button", { part: "button send" }, words.report),
      button(words.cancel, close),
    ),
  );
}
