import { compareAll, count, tabulate, type Comparison } from "./audit-agreement.ts";
import { readRealPages } from "./audit-pages.ts";
import { measureSpeed } from "./audit-speed.ts";
import { findOtherwiseRead } from "./audit-trees.ts";
import { findOtherwiseRead } from "./audit-trees.ts";
import type { Figures, Options } from "./main.ts";

export const about =
  "reading real pages: CPU time beside other parsers, and agreement with what other tools found";

export async function measure({ data }: Options): Promise<Figures> {
  const pages = await readRealPages(data);
  const otherwise = findOtherwiseRead(pages);
  console.log(
    `${pages.length} pages; read otherwise than by parse5's whole tree: ${otherwise.join(", ") || "none"}`,
  );
  const comparisons = compareAll(pages);
  console.log("Agreement with published expectations, and who is at fault for the rest:");
  for (const line of tabulate(comparisons)) console.log(line);
  for (const each of comparisons.filter(({ verdict }) => verdict === "unexplained"))
    console.log(describe(each));
  return {
    pages: pages.length,
    pages_read_otherwise_than_parse5: otherwise.length,
    compared_fields: comparisons.length,
    agreeing_fields: count(comparisons, "agree"),
    unexplained_fields: count(comparisons, "unexplained"),
    ...(await measureSpeed(pages.filter(({ collection }) => large.has(collection)))),
  };
}

/** Whole pages as sites serve them; the others are made for tests, a few hundred bytes long. */
const large = new Set(["metascraper", "readability", "trafilatura"]);

const describe = ({ page, field, ours = "nothing", theirs = "nothing" }: Comparison): string =>
  `  unexplained: ${page.collection}/${page.name} ${field}: "${ours.slice(0, 80)}", expected "${theirs.slice(0, 80)}"`;
