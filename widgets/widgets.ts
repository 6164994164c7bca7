/** One file that owners load from `/w/`, with the most it may weigh. */
export interface Widget {
  readonly file: string;
  readonly entry: string;
  readonly maxGzipBytes: number;
  /** `iife` runs by a plain script tag; `es` is loaded by another widget when somebody asks for it. */
  readonly format: "iife" | "es";
}

/** Names that say neither share nor social nor track: lists of ad blockers hide those, whoever serves them. */
export const widgets: readonly Widget[] = [
  { file: "site.js", entry: "site-script/site-script.ts", maxGzipBytes: 2000, format: "iife" },
  { file: "pass.js", entry: "pass-button/pass-button.ts", maxGzipBytes: 3000, format: "iife" },
  { file: "pass-code.js", entry: "pass-button/pass-code.ts", maxGzipBytes: 6000, format: "es" },
];
