import { button, make } from "../base/base.ts";
import type { Talk } from "./shapes.ts";

const unfinished = /@([\p{L}\p{N}_.-]{1,40})$/u;
const waitMs = 200;

/** Names of those who talk here, while one is being typed after an @: buttons, so that keys and readers reach them. */
export function offerNames({ ask, place }: Talk, area: HTMLTextAreaElement): HTMLElement {
  const row = make("div", { class: "row", role: "group", "aria-label": place.words.mention });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const before = () => area.value.slice(0, area.selectionStart);
  const offer = async () => {
    const typed = unfinished.exec(before())?.[1];
    const query = typed && new URLSearchParams({ url: place.page, search: typed });
    const { items } = query
      ? await ask<{ items: readonly { name: string }[] }>(`people?${query}`)
      : { items: [] };
    row.replaceChildren(...items.slice(0, 5).map(({ name }) => button(`@${name}`, () => take(name))));
  };
  const take = (name: string) => {
    const start = before().replace(unfinished, `@${name} `);
    area.setRangeText(start, 0, area.selectionStart, "end");
    row.replaceChildren();
    area.focus();
    area.dispatchEvent(new Event("input"));
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    // A name that can't be looked up is typed by hand.
    timer = setTimeout(() => void offer().catch(() => row.replaceChildren()), waitMs);
  });
  return row;
}
