import { button, count } from "../base/base.ts";
import type { Changes, Comment, Talk } from "./shapes.ts";

const lookEveryMs = 30_000;

/**
 * Looks for what is new while the page is seen; answers how to stop. Comments that are shown change in place; new ones
 * come when the reader wants them, so that nothing moves under his eyes.
 */
export function followChanges(talk: Talk, room: HTMLElement, tell: (count: number) => void): () => void {
  const { place, shown, ask, insert } = talk;
  const { words, language, page } = place;
  let { version } = talk.thread;
  let waiting: Comment[] = [];

  async function look(): Promise<void> {
    if (document.hidden || !place.host.isConnected) return;
    const changes = await ask<Changes | "">(`changes?${new URLSearchParams({ url: page, since: version })}`);
    if (!changes) return;
    ({ version } = changes);
    tell(changes.commentCount);
    changes.items.forEach(take);
    offer();
    if (changes.isMore) await look();
  }

  function take(comment: Comment): void {
    waiting = waiting.filter(({ id }) => id !== comment.id);
    const before = shown.get(comment.id);
    if (!before) waiting.push(comment);
    // Whoever writes below it is not to lose the form.
    else if (!before.article.querySelector("form")) insert(comment);
  }

  function offer(): void {
    const label = waiting[0] ? count(language, waiting.length, words.fresh) : "";
    if (room.textContent === label) return;
    const reveal = () => {
      const [first] = waiting.splice(0).map(insert);
      offer();
      first?.article.focus();
    };
    room.replaceChildren(...(label ? [button(label, reveal, { part: "button" })] : []));
  }

  // A look that failed is followed by the next one.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  return () => clearInterval(timer);
}
