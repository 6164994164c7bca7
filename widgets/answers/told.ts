import { button, make, type Place } from "../base/base.ts";
import { buildText } from "../base/forms.ts";
import type { Told } from "./shapes.ts";
import type { Words } from "./words.ts";

const keyOf = (site: string) => `samovar-asked-${site}`;

/** Only of who has asked the editor: what was asked, so that the answer is told here. */
function readTokens(site: string): string[] {
  try {
    return localStorage.getItem(keyOf(site))?.split(" ") ?? [];
  } catch {
    return [];
  }
}

export function keepTokens(site: string, change: (tokens: readonly string[]) => readonly string[]): void {
  try {
    const tokens = change(readTokens(site)).slice(-20);
    if (tokens[0]) localStorage.setItem(keyOf(site), tokens.join(" "));
    else localStorage.removeItem(keyOf(site));
  } catch {
    // A page may be forbidden to store anything: then the answer comes by mail alone.
  }
}

/** Whoever asked is told the answer in the element itself, until he has put it away. */
export async function tellAnswers({ site, words, ask }: Place<Words>, room: HTMLElement): Promise<void> {
  const tokens = readTokens(site);
  if (!tokens[0]) return;
  const path = `/answers/${site}/told`;
  const { answers, gone } = await ask<Told>(path, { body: { tokens } });
  const forget = (over: readonly string[]) =>
    keepTokens(site, (kept) => kept.filter((token) => !over.includes(token)));
  forget(gone);
  room.replaceChildren(
    ...answers.map(({ token, question, html, url }) => {
      const put = async () => {
        box.remove();
        forget([token]);
        await ask(path, { body: { tokens: [token], seen: [token] } });
      };
      const box = make(
        "article",
        { part: "told" },
        make("small", {}, words.youAsked, question),
        make("div", { part: "text" }, buildText(html)),
        make(
          "div",
          { class: "row" },
          url && make("a", { href: url, part: "link" }, words.more),
          button(words.close, put),
        ),
      );
      return box;
    }),
  );
}
