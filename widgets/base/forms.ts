/** What the elements share that people write into. */
import { isRefusal, make } from "./base.ts";
import type { Challenge } from "./solve.ts";

export { buildText } from "./build-text.ts";

/** Goes into the look of each element that has a form. */
export const formLook = `
form{display:grid;gap:.6rem;position:relative}
label{display:grid;gap:.2rem}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
fieldset label,.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
[type=checkbox],[type=radio]{min-block-size:1.2rem;inline-size:1.2rem;accent-color:var(--samovar-accent,auto)}
option{color:CanvasText;background:Canvas}
[part~=send]{background:var(--samovar-button,ButtonFace);color:var(--samovar-button-text,ButtonText);font-weight:600}
.trap{position:absolute;inset-inline-start:-99rem}
`;

/** Why it did not work, for the reader: the server's own words, or ours when there were none. */
export const reasonOf = (error: unknown, offline: string): string =>
  isRefusal(error) ? error.message : offline;

/** Does the work at a submission or click, one at a time; why it did not work is said in the line. */
export function act(status: HTMLElement, offline: string, work: () => Promise<unknown>) {
  let isBusy = false;
  return async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    status.textContent = "";
    try {
      await work();
    } catch (error) {
      status.textContent = reasonOf(error, offline);
    }
    isBusy = false;
  };
}

/** In doubt the server asks the browser to work for it: then it does, and sends the same again with the proof. */
export async function sendInDoubt<Answer>(
  send: (proofOfWork?: string) => Promise<Answer>,
  begin: () => void,
): Promise<Answer> {
  const answer = await send().catch((error: unknown) => {
    if (isRefusal(error) && challengeOf(error.problem)) return error.problem;
    throw error;
  });
  const challenge = challengeOf(answer);
  // Without a challenge it is what was promised.
  if (!challenge) return answer as Answer;
  begin();
  const { solve } = await import("./solve.ts");
  return send(await solve(challenge));
}

/** It comes with a refusal, or in the place of what would have been answered. */
const challengeOf = (answer: unknown): Challenge | undefined => Object(answer).challenge;

/** A line that is read aloud whenever it changes. */
export const statusLine = (): HTMLElement => make("p", { role: "status", part: "status" });

/** A field that no person sees or reaches, for those who fill in all they find. */
export const trap = (): HTMLInputElement =>
  make("input", { name: "website", class: "trap", tabindex: -1, autocomplete: "off", "aria-hidden": "true" });

/** What was typed survives a reload and a failed sending; a page may be forbidden to store anything. */
export const draft = {
  read(key: string): string {
    try {
      return sessionStorage.getItem(`samovar-${key}`) ?? "";
    } catch {
      return "";
    }
  },
  keep(key: string, text: string): void {
    try {
      sessionStorage[text ? "setItem" : "removeItem"](`samovar-${key}`, text);
    } catch {
      // Then it lasts as long as the page.
    }
  },
};
