import { button } from "./base.ts";

/** What can be said without words: its sign, and its name for who does not see the sign. */
const faces: Readonly<Record<string, readonly [sign: string, en: string, ru: string]>> = {
  like: ["👍", "Good", "Хорошо"],
  dislike: ["👎", "Bad", "Плохо"],
  love: ["❤️", "Love", "Люблю"],
  laugh: ["😄", "Funny", "Смешно"],
  wow: ["😮", "Wow", "Ого"],
  sad: ["😢", "Sad", "Грустно"],
};

interface Face {
  readonly language: string;
  readonly reactions: Readonly<Record<string, number>>;
  readonly mine: readonly string[];
}

/** A button that says it or takes it back, with how many have said it. */
export function faceButton(
  kind: string,
  { language, reactions, mine }: Face,
  act: (method: "PUT" | "DELETE") => unknown,
): HTMLButtonElement {
  const [sign = kind, en = kind, ru = kind] = faces[kind] ?? [];
  const number = reactions[kind] ?? 0;
  const isMine = mine.includes(kind);
  return button(`${sign} ${number || ""}`, () => act(isMine ? "DELETE" : "PUT"), {
    "aria-pressed": String(isMine),
    "aria-label": `${/^ru/i.test(language) ? ru : en} ${number}`,
    "data-kind": kind,
    part: "reaction",
  });
}
