/** Reads the public collections of real pages: tar.gz files of HTML, with what other tools make of them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface RealPage {
  readonly collection: string;
  readonly name: string;
  readonly body: Buffer;
  /** What the collection's own tool says of the page, by that tool's names of fields. */
  readonly expected: Readonly<Record<string, unknown>> | undefined;
  readonly url: string;
}

export async function readRealPages(data: string): Promise<RealPage[]> {
  return [
    ...(await readMetascraper(join(data, "pages_metascraper"))),
    ...(await readReadability(join(data, "pages_readability"))),
    ...(await readPlain(join(data, "pages_metascraper/provider_fixtures.tar.gz"), "providers")),
    ...(await readPlain(join(data, "pages_trafilatura/pages.tar.gz"), "trafilatura")),
    ...(await readPlain(join(data, "pages_small/microformats-tests.tar.gz"), "microformats")),
    ...(await readPlain(join(data, "pages_small/open-graph-protocol-examples.tar.gz"), "ogp-examples")),
  ];
}

async function readMetascraper(folder: string): Promise<RealPage[]> {
  const answers = objectOf(
    JSON.parse(gunzipSync(await readFile(join(folder, "expected.json.gz"))).toString()),
  );
  const files = await readTarGz(join(folder, "pages.tar.gz"));
  return htmlIn(files).map(([path, body]) => {
    const name = path.split("/").at(-2) ?? path;
    const { url, expected } = objectOf(answers[name] ?? {});
    return {
      collection: "metascraper",
      name,
      body,
      url: typeof url === "string" ? url : unknownUrl,
      expected: expected === undefined ? undefined : objectOf(expected),
    };
  });
}

async function readReadability(folder: string): Promise<RealPage[]> {
  const files = await readTarGz(join(folder, "pages.tar.gz"));
  return htmlIn(files).map(([path, body]) => {
    const answer = files.get(path.replace("source.html", "expected-metadata.json"));
    return {
      collection: "readability",
      name: path.split("/").at(-2) ?? path,
      body,
      url: "http://fakehost/test/page.html",
      expected: answer && objectOf(JSON.parse(answer.toString())),
    };
  });
}

async function readPlain(file: string, collection: string): Promise<RealPage[]> {
  return htmlIn(await readTarGz(file)).map(([name, body]) => ({
    collection,
    name,
    body,
    url: unknownUrl,
    expected: undefined,
  }));
}

const unknownUrl = "https://page.example/";

const htmlIn = (files: ReadonlyMap<string, Buffer>): [string, Buffer][] =>
  [...files].filter(([path]) => /\.html?$/.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

const block = 512;

/** The regular files of a ustar or GNU tar; a long name comes as a file of its own before the file that it names. */
async function readTarGz(path: string): Promise<Map<string, Buffer>> {
  const tar = gunzipSync(await readFile(path));
  const files = new Map<string, Buffer>();
  let longName: string | undefined;
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + block);
    const size = Number.parseInt(textIn(header, 124, 12).trim() || "0", 8);
    const content = tar.subarray(at + block, at + block + size);
    const type = textIn(header, 156, 1);
    const name =
      longName ?? [textIn(header, 345, 155), textIn(header, 0, 100)].filter((part) => part !== "").join("/");
    longName = undefined;
    if (type === "L") longName = textIn(content, 0, size);
    else if (type === "x") longName = /\d+ path=(.*)\n/.exec(content.toString())?.[1];
    else if (type === "0" || type === "") files.set(name, content);
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

/** Text up to its closing zero. A GNU header has times where ustar has the name's beginning. */
function textIn(bytes: Buffer, start: number, length: number): string {
  const isGnu = start === 345 && bytes.toString("latin1", 257, 262) === "ustar" && bytes[262] !== 0;
  if (isGnu) return "";
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? length : end);
}
