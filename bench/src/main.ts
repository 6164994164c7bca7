/**
 * `npm run bench -- <name>`: prints what it measures for people and, as its last line, one JSON object. Without a
 * name it lists the benches. Each file beside this one is a bench and exports `about` and `measure`.
 */
import { cpus, totalmem } from "node:os";

export interface Bench {
  readonly about: string;
  readonly measure: (options: Options) => Promise<Figures>;
}
export type Figures = Readonly<Record<string, number | string | boolean>>;
export interface Options {
  /** Folder of public evaluation data, for the benches that read some. */
  readonly data: string;
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  start: () => import("./start.ts"),
  sizes: () => import("./sizes.ts"),
  elements: () => import("./elements.ts"),
  ingest: () => import("./ingest.ts"),
  redirect: () => import("./redirect.ts"),
  sources: () => import("./sources.ts"),
  "chaos-events": () => import("./chaos-events.ts"),
  "events-size": () => import("./events-size.ts"),
  audit: () => import("./audit.ts"),
  card: () => import("./card.ts"),
  previews: () => import("./previews.ts"),
  crawl: () => import("./crawl.ts"),
  relevance: () => import("./relevance.ts"),
  answers: () => import("./answers.ts"),
  "answers-load": () => import("./answers-load.ts"),
  proxy: () => import("./proxy.ts"),
  spam: () => import("./spam.ts"),
  headlines: () => import("./headlines.ts"),
  lists: () => import("./lists.ts"),
};

const [name = "", ...rest] = process.argv.slice(2);
const load = benches[name];
if (load) {
  const bench = await load();
  console.log(`${name}: ${bench.about}`);
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  const figures = await bench.measure({ data: dataFolder(rest) });
  for (const [key, value] of Object.entries(figures)) console.log(`  ${key.padEnd(44)} ${String(value)}`);
  console.log(JSON.stringify({ bench: name, ...figures }));
  if (figures["within_budget"] === false) process.exitCode = 1;
} else {
  if (name !== "") process.exitCode = 1;
  console.log(name === "" ? "Benches:" : `There is no bench "${name}". There are:`);
  for (const [id, loadIt] of Object.entries(benches))
    console.log(`  ${id.padEnd(12)} ${(await loadIt()).about}`);
}

function dataFolder(words: readonly string[]): string {
  const at = words.indexOf("--data");
  return (at >= 0 ? words[at + 1] : undefined) ?? "../shared/data";
}
