import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { UsageError } from "../failure.ts";
import type { Terminal } from "../program.ts";

/** An address as people type it: without a scheme it is https, on this machine http. Throws `UsageError`. */
export function parseAddress(typed: string | undefined): string {
  if (typed === undefined || typed.trim() === "")
    throw new UsageError("Which page?", "Name its address: samovar audit https://tea.example");
  const trimmed = typed.trim();
  const isHere = /^(localhost|127\.|\[::1\])/i.test(trimmed);
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `${isHere ? "http" : "https"}://${trimmed}`,
  );
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`"${typed}" is no address of the web`, "Write it as https://tea.example/page");
  return url.href;
}

/** The addresses of a list: one a line, empty lines and lines with # left out. Throws `UsageError` with the line. */
export async function readList(path: string, { stdin }: Terminal): Promise<string[]> {
  const content = path === "-" ? await text(stdin) : await readText(path);
  const addresses = content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return [];
    try {
      return [parseAddress(line)];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`Line ${index + 1} of ${path}: ${error.message}`, error.hint);
    }
  });
  if (addresses.length === 0) throw new UsageError(`${path} holds no address`, "Write one a line");
  return addresses;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`${path} can't be read: ${String(cause)}`, "Check the path");
  }
}

/** The hosts that were typed themselves: whoever audits a page on his own machine may reach it. */
export const hostsOf = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map((each) => new URL(each).host)),
];
