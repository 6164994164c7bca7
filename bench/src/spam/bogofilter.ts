import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Judge } from "./judges.ts";
import type { Decided } from "./streams.ts";

const program = "bogofilter";

/** What it gives to a text of which it knows no word. */
export const unknownWord = 0.52;

export const hasBogofilter = (): boolean => spawnSync(program, ["-V"], { stdio: "ignore" }).status === 0;

/**
 * Debian's bogofilter as it comes, with a word list of its own. Comments are files, told to it many at a time: it
 * answers the same as one by one.
 */
export function openBogofilter(): Judge & Disposable {
  const folder = mkdtempSync(join(tmpdir(), "samovar-bogofilter-"));
  const words = join(folder, "words");
  mkdirSync(words);
  const files = new Map<string, string>();
  const fileOf = ({ text }: Decided) => {
    const known = files.get(text);
    if (known !== undefined) return known;
    const file = join(folder, `${files.size}.txt`);
    writeFileSync(file, `Content-Type: text/plain; charset=utf-8\n\n${text}\n`);
    files.set(text, file);
    return file;
  };
  const listOf = (rows: readonly Decided[]) => rows.map((row) => `${fileOf(row)}\n`).join("");
  let hasLearned = false;
  return {
    learn(rows) {
      hasLearned ||= rows.length > 0;
      for (const [flag, isPositive] of [
        ["-s", true],
        ["-n", false],
      ] as const) {
        const part = rows.filter((row) => row.isPositive === isPositive);
        if (part.length > 0)
          execFileSync(program, ["-d", words, flag, "-b"], {
            input: listOf(part),
            stdio: ["pipe", "ignore", "inherit"],
          });
      }
    },
    score(rows) {
      // Without a word list it does not answer at all.
      if (!hasLearned) return rows.map(() => unknownWord);
      // Its exit code tells of the last message, and is no failure.
      const { stdout } = spawnSync(program, ["-d", words, "-T", "-v", "-b"], {
        input: listOf(rows),
        maxBuffer: 64 * 1024 * 1024,
      });
      const scores = stdout
        .toString()
        .trim()
        .split("\n")
        .map((line) => Number(line.trim().split(/\s+/).at(-1)));
      if (scores.length !== rows.length)
        throw new Error(`bogofilter gave ${scores.length} scores for ${rows.length} comments`);
      return scores;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
