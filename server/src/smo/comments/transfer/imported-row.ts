import type { CommentState } from "../schema.ts";

/** Where comments can be brought from. `samovar` is what the export writes. */
export const importFormats = ["disqus", "wordpress", "remark42", "isso", "samovar"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** One comment as another engine's export tells it, in our words. */
export interface ImportedRow {
  /** What the engine calls it. */
  readonly sourceId: string;
  readonly parentId: string | undefined;
  /** The page's address, or its path. */
  readonly page: string;
  readonly pageTitle: string | undefined;
  readonly name: string;
  readonly email: string | undefined;
  readonly url: string | undefined;
  /** Our small Markdown. */
  readonly body: string;
  /** As it was written: a date in any form that JavaScript reads, or seconds since 1970. */
  readonly writtenAt: string | number;
  readonly state: CommentState;
}

/** Reads an export piece by piece. Throws `invalid` when it is no such export at all. */
export type ReadExport = (pieces: AsyncIterable<string>) => AsyncIterable<ImportedRow>;
