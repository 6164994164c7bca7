import { addressOf, button, make } from "../base/base.ts";
import { draft, reasonOf } from "../base/forms.ts";
import type { Talk } from "./shapes.ts";

interface Guest {
  readonly row: HTMLElement;
  /** What a guest says of himself. */
  readonly read: () => object;
}

/** Who writes: a name and an address, or a way to sign in. */
export function signInRow(talk: Talk, status: HTMLElement): Guest {
  const { place, thread, ask } = talk;
  const { words } = place;
  const field = (key: "name" | "email", more: Readonly<Record<string, string | number | boolean>>) => {
    const input: HTMLInputElement = make("input", {
      placeholder: words[key],
      "aria-label": words[key],
      autocomplete: key,
      part: "input",
      ...more,
      input: () => draft.keep(key, input.value),
    });
    input.value = draft.read(key);
    return input;
  };
  const mayGuest = thread.whoMayPost === "anyone";
  const name = field("name", { maxlength: 80, required: mayGuest });
  const email = field("email", { type: "email", maxlength: 254 });
  const notify = make("input", { type: "checkbox" });
  const returnUrl = location.href.split("#")[0];
  const byMail = async () => {
    if (!email.value || !email.reportValidity()) return email.focus();
    try {
      await ask("sign-ins", { body: { email: email.value, name: name.value || undefined, returnUrl } });
      status.textContent = words.mailed;
    } catch (error) {
      status.textContent = reasonOf(error, words.offline);
    }
  };
  const byAccount = () => {
    const address = addressOf(
      `/talk/${place.site}/oauth?${new URLSearchParams({ returnUrl: returnUrl ?? "" })}`,
    );
    // The window is opened within the click, for otherwise it would be blocked; where it is all the same, the page goes.
    if (!open(address, "", "popup,width=520,height=640")) location.assign(address);
  };
  const { email: hasMail, oauth } = thread.signIn;
  return {
    read: () => ({
      name: name.value,
      email: email.value || undefined,
      wantsReplies: notify.checked && email.value !== "",
    }),
    row: make(
      "div",
      { class: "row" },
      mayGuest && name,
      (mayGuest || hasMail) && email,
      mayGuest && make("label", { class: "row" }, notify, words.notify),
      hasMail && button(words.byEmail, byMail),
      oauth && button(`${words.signIn}: ${oauth}`, byAccount),
    ),
  };
}
