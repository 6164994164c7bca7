import { describePage, judgeDocument, readPage } from "@samovar/audit";
import openGraphScraper from "open-graph-scraper";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { unfurl } from "unfurl.js";
import { compareAll, count, tabulate } from "./audit-agreement.ts";
import { verdicts } from "./audit-evidence.ts";
import { readRealPages, type RealPage } from "./audit-pages.ts";
import { findOtherwiseRead } from "./audit-trees.ts";
import type { Figures, Options } from "./main.ts";

export const about =
  "reading and judging real pages: CPU-ms a page beside open-graph-scraper and parse5, and agreement";

/** Pages of the web as they are; the others of the data are small examples. */
const collections = new Set(["metascraper", "readability", "trafilatura"]);
const rounds = 3;
const contentType = "text/html; charset=utf-8";

/**
 * Each reader gets the same bytes in memory and tells what the page's tags say. Ours, besides, keeps places, links,
 * headings and running text; `with_rules` judges the page by every rule that needs no visit.
 */
const readers: Readonly<Record<string, (page: RealPage, html: string) => unknown>> = {
  reading: (page) => describePage(readPage(answerOf(page))),
  with_rules: (page) => judgeDocument(answerOf(page)),
  open_graph_scraper: (_page, html) => openGraphScraper({ html }).catch(() => undefined),
  parse5_tree: (_page, html) => metasIn(parse(html)),
  // By htmlparser2, which follows no tree construction: what closed a head early it does not know.
  unfurl: ({ url }, html) =>
    unfurl(url, {
      oembed: false,
      fetch: () => Promise.resolve(new Response(html, { headers: { "content-type": contentType } })),
    }),
};

export async function measure({ data }: Options): Promise<Figures> {
  const all = await readRealPages(data);
  const pages = all.filter(({ collection }) => collections.has(collection));
  const cost = await measureCost(pages);
  for (const [name, ms] of Object.entries(cost))
    console.log(`  ${name.padEnd(20)} ${ms.toFixed(2)} CPU-ms a page`);
  const otherwise = findOtherwiseRead(all);
  console.log(`  read otherwise than parse5's whole tree has it: ${otherwise.join(", ") || "no page"}`);
  const comparisons = compareAll(all);
  for (const line of tabulate(comparisons)) console.log(line);
  const unexplained = comparisons.filter(({ verdict }) => verdict === "unexplained");
  for (const { page, field, ours, theirs } of unexplained.slice(0, 40))
    console.log(`  ? ${page.collection}/${page.name} ${field}: ${JSON.stringify({ ours, theirs })}`);
  const shown = verdicts.filter((verdict) => verdict !== "agree" && verdict !== "unexplained");
  const ofOurs = (name: string) => (cost["open_graph_scraper"] ?? 0) / (cost[name] ?? Infinity);
  return {
    pages: pages.length,
    ...Object.fromEntries(Object.entries(cost).map(([name, ms]) => [`${name}_cpu_ms_per_page`, round(ms)])),
    pages_per_second: Math.round(1000 / (cost["with_rules"] ?? Infinity)),
    open_graph_scraper_to_reading: round(ofOurs("reading")),
    open_graph_scraper_to_with_rules: round(ofOurs("with_rules")),
    parse5_tree_to_reading: round((cost["parse5_tree"] ?? 0) / (cost["reading"] ?? Infinity)),
    unfurl_to_reading: round((cost["unfurl"] ?? 0) / (cost["reading"] ?? Infinity)),
    pages_compared_with_parse5: all.length,
    pages_read_otherwise: otherwise.length,
    fields_compared: comparisons.length,
    fields_agree: count(comparisons, "agree"),
    fields_shown_not_ours: shown.reduce((sum, verdict) => sum + count(comparisons, verdict), 0),
    fields_unexplained: unexplained.length,
  };
}

/** CPU milliseconds a page: the best of the rounds, in turns, after one to warm up. */
async function measureCost(pages: readonly RealPage[]): Promise<Record<string, number>> {
  const texts = pages.map(({ body }) => body.toString());
  const best: Record<string, number> = {};
  for (let turn = 0; turn <= rounds; turn += 1)
    for (const [name, read] of Object.entries(readers)) {
      const before = process.cpuUsage();
      for (const [index, page] of pages.entries()) await read(page, texts[index] ?? "");
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000 / pages.length;
      if (turn > 0) best[name] = Math.min(best[name] ?? Infinity, ms);
    }
  return best;
}

const answerOf = ({ url, body }: RealPage) => ({
  url,
  body,
  contentType,
  isTruncated: false,
});

type Node = DefaultTreeAdapterTypes.Node;

/** What a program on parse5's tree must at least do. */
function metasIn(node: Node, found = new Map<string, string>()): Map<string, string> {
  if (node.nodeName === "meta" && "attrs" in node) {
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const name = attributes.get("property") ?? attributes.get("name");
    if (name !== undefined && !found.has(name)) found.set(name, attributes.get("content") ?? "");
  }
  if ("childNodes" in node) for (const child of node.childNodes) metasIn(child, found);
  return found;
}

const round = (value: number) => Math.round(value * 100) / 100;
