import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A comment with what its moderator decided. */
export interface Decided {
  readonly text: string;
  readonly isPositive: boolean;
  /** The video or article that it stands under. */
  readonly under: string;
}

/** A site's queue, in the order in which it is moderated. */
export interface Stream {
  readonly name: string;
  readonly queue: readonly Decided[];
  /** What is judged after the first `learned` of the queue have been decided. */
  readonly restAfter: (learned: number) => readonly Decided[];
}

/** Orders of articles, each with its comments kept together. */
const orders = 6;

/**
 * YouTube: a video is a site; it learns from the first comments under it and judges the rest of them (`own`), and those
 * under the other videos, which it has never seen (`other`). DataCamp: articles come one after another, in six orders;
 * what is judged are the comments still to come (`own`), and of them those under articles not begun (`other`).
 */
export async function readStreams(data: string) {
  const youtube = await readDecided(join(data, "spam_youtube", "comments.jsonl.gz"), "video");
  const datacamp = await readDecided(join(data, "spam_datacamp", "comments.jsonl.gz"), "article");
  const shuffled = Array.from({ length: orders }, (_, seed) => inOrder(datacamp, seed + 1));
  return {
    youtube_own: byVideo(youtube, (queue) => (learned) => queue.slice(learned)),
    youtube_other: byVideo(youtube, (queue) => () => youtube.filter((row) => !queue.includes(row))),
    datacamp_own: shuffled.map((queue, at) => ({
      name: `order ${at + 1}`,
      queue,
      restAfter: (learned: number) => queue.slice(learned),
    })),
    datacamp_other: shuffled.map((queue, at) => ({
      name: `order ${at + 1}`,
      queue,
      restAfter: (learned: number) => notBegun(queue, learned),
    })),
  };
}

export async function readDecided(file: string, under: string, label = "spam"): Promise<Decided[]> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split("\n");
  return lines.flatMap((line) => {
    const row: Readonly<Record<string, unknown>> = Object(JSON.parse(line));
    const text = row["text"];
    if (typeof text !== "string") return [];
    return [{ text, isPositive: row[label] === 1, under: String(row[under]) }];
  });
}

function byVideo(
  rows: readonly Decided[],
  restOf: (queue: readonly Decided[]) => Stream["restAfter"],
): Stream[] {
  return [...new Set(rows.map(({ under }) => under))].map((name) => {
    const queue = rows.filter(({ under }) => under === name);
    return { name, queue, restAfter: restOf(queue) };
  });
}

function notBegun(queue: readonly Decided[], learned: number): readonly Decided[] {
  const begun = new Set(queue.slice(0, learned).map(({ under }) => under));
  return queue.filter(({ under }) => !begun.has(under));
}

function inOrder(rows: readonly Decided[], seed: number): Decided[] {
  const articles = [...new Set(rows.map(({ under }) => under))];
  const drawn = articles.map((under, at) => ({
    under,
    by: Math.abs(Math.sin(seed * 1000 + at * 7919) * 1e4) % 1,
  }));
  return drawn
    .toSorted((a, b) => a.by - b.by)
    .flatMap(({ under }) => rows.filter((row) => row.under === under));
}
