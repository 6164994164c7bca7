import { destinations } from "@samovar/widgets/pass-button/destinations.ts";

/** A setting of an element: an attribute of its tag. */
export interface Field {
  readonly name: string;
  /**
   * `text`: any words. `one`: one of the values, the first of which needs no attribute. `many`: some, in their order.
   * `poll`: one of the site's polls.
   */
  readonly kind: "text" | "one" | "many" | "poll";
  readonly values?: readonly string[];
}

/** Something that an owner puts onto his pages. */
export interface ElementKind {
  readonly id: string;
  readonly tag: string;
  readonly file: string;
  /** How the page keeps its place until it has come, so that nothing shifts. */
  readonly room: string;
  readonly fields: readonly Field[];
  /** Which of our own pages does the same without scripts. */
  readonly page?: string;
  /** That page shows what belongs to the page one comes from, and has to be told which it is. */
  readonly isOfPage?: boolean;
}

const theme: Field = { name: "theme", kind: "one", values: ["", "light", "dark"] };
const heading: Field = { name: "heading", kind: "text" };
const block = (height: string) => `display:block;min-block-size:${height}`;

export const elementKinds = [
  {
    id: "talk",
    tag: "samovar-talk",
    file: "talk.js",
    room: block("24rem"),
    fields: [theme],
    page: "talk/:site/page",
    isOfPage: true,
  },
  {
    id: "reactions",
    tag: "samovar-reactions",
    file: "reactions.js",
    room: block("2.5rem"),
    fields: [
      { name: "kinds", kind: "many", values: ["like", "love", "laugh", "wow", "sad", "dislike"] },
      theme,
    ],
  },
  {
    id: "poll",
    tag: "samovar-poll",
    file: "poll.js",
    room: block("12rem"),
    fields: [{ name: "poll", kind: "poll" }, theme],
  },
  {
    id: "list",
    tag: "samovar-list",
    file: "list.js",
    room: block("16rem"),
    fields: [
      {
        name: "list",
        kind: "one",
        values: ["related", "popular", "rising", "next", "discussed", "for-you", "from-source"],
      },
      { name: "place", kind: "one", values: ["end", "sidebar", "exit", "missing", "page"] },
      heading,
      theme,
    ],
  },
  {
    id: "letters",
    tag: "samovar-letters",
    file: "letters.js",
    room: block("14rem"),
    fields: [heading, { name: "worker", kind: "text" }, theme],
    page: "letters/:site/form",
  },
  {
    id: "answers",
    tag: "samovar-answers",
    file: "answers.js",
    room: block("2.75rem"),
    fields: [{ name: "placeholder", kind: "text" }, theme],
    page: "answers/:site/page",
  },
  {
    id: "welcome",
    tag: "samovar-welcome",
    file: "welcome.js",
    room: "display:block",
    fields: [theme],
  },
  {
    id: "pass",
    tag: "samovar-pass",
    file: "pass.js",
    room: "display:inline-block;vertical-align:top;inline-size:10rem;block-size:2.75rem",
    fields: [
      { name: "label", kind: "text" },
      { name: "networks", kind: "many", values: Object.keys(destinations) },
      theme,
    ],
  },
] as const satisfies readonly ElementKind[];

export type ElementId = (typeof elementKinds)[number]["id"];

/** What the form holds: by the setting's name. */
export type Settings = Readonly<Record<string, string | readonly string[]>>;
