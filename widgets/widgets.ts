/** One file that owners load from `/w/`, with the most it may weigh. */
export interface Widget {
  readonly file: string;
  readonly entry: string;
  /** With the files that it draws in at once. */
  readonly maxGzipBytes: number;
  /** `iife` runs by a plain script tag; `es` by one of type "module", or when another widget loads it. */
  readonly format: "iife" | "es";
  /** Files that it loads by itself, at once. */
  readonly needs?: readonly string[];
  /** Loaded only when somebody asks for what it does. */
  readonly isLate?: boolean;
}

const base = ["base.js"];
const forms = [...base, "forms.js"];
const faces = [...base, "faces.js"];

/** Names that say neither share nor social nor track: lists of ad blockers hide those, whoever serves them. */
export const widgets: readonly Widget[] = [
  { file: "site.js", entry: "site-script/site-script.ts", maxGzipBytes: 2000, format: "iife" },
  { file: "pass.js", entry: "pass-button/pass-button.ts", maxGzipBytes: 3000, format: "iife" },
  {
    file: "pass-code.js",
    entry: "pass-button/pass-code.ts",
    maxGzipBytes: 6000,
    format: "es",
    isLate: true,
  },
  { file: "base.js", entry: "base/base.ts", maxGzipBytes: 2000, format: "es" },
  { file: "faces.js", entry: "base/faces.ts", maxGzipBytes: 500, format: "es", needs: base },
  { file: "forms.js", entry: "base/forms.ts", maxGzipBytes: 1300, format: "es", needs: base },
  {
    file: "talk.js",
    entry: "talk/talk.ts",
    maxGzipBytes: 12_000,
    format: "es",
    needs: [...forms, "faces.js"],
  },
  { file: "solve.js", entry: "base/solve.ts", maxGzipBytes: 1000, format: "es", isLate: true },
  { file: "reactions.js", entry: "reactions/reactions.ts", maxGzipBytes: 900, format: "es", needs: faces },
  { file: "poll.js", entry: "poll/poll.ts", maxGzipBytes: 1100, format: "es", needs: base },
  { file: "list.js", entry: "list/list.ts", maxGzipBytes: 3000, format: "es", needs: base },
  { file: "letters.js", entry: "letters/letters.ts", maxGzipBytes: 3000, format: "es", needs: forms },
  { file: "answers.js", entry: "answers/answers.ts", maxGzipBytes: 5000, format: "es", needs: forms },
  { file: "welcome.js", entry: "welcome/welcome.ts", maxGzipBytes: 3000, format: "es", needs: base },
  { file: "worker.js", entry: "worker/worker.ts", maxGzipBytes: 400, format: "iife", isLate: true },
];

/** What all of them on one page may weigh together: what loads at once. */
export const maxGzipBytesOfAll = 25_000;
