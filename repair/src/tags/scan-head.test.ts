import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { headOf } from "./head-of.ts";
import { createHeadScanner } from "./scan-head.ts";

/** Pieces of which heads are put together; each is whole, so that every order is a document. */
const pieces = [
  '<meta name="a" content="1">',
  "<meta name=b content=2>",
  "<META NAME='c' CONTENT='&lt;3&gt;'/>",
  '<meta name="d" content="x > y" content="second">',
  '<link rel="canonical" href="/c">',
  "<!-- <meta name=e content=5> -->",
  "<!--><!---><!-- --!>",
  "<!x <meta name=f>",
  "<?php <meta name=g content=7 ?>",
  "</nothing>",
  "</ <meta name=h content=8>",
  "<script>'<meta name=i content=9>'</script>",
  "<script><!-- <script> </script> <meta name=j content=10> --></script>",
  "<script><!--><meta name=k content=11></script>",
  "<style><meta name=l content=12></style >",
  "<noscript><meta name=m content=13></noscript>",
  "<noscript><style>a{}</style></noscript>",
  '<noscript><img src="pixel"></noscript>',
  "<template><meta name=n content=14><template></template><script>'</template>'</script></template>",
  "<base href=/deep/>",
  "\n\t ",
  "<head>",
  '<html lang="fr">',
  "<div>text</div>",
  "<svg><title>picture</title></svg>",
  "words",
  "</br>",
];

type Node = DefaultTreeAdapterTypes.Node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);

/** Named metas and links in the head, as a parser reads it that runs no scripts. */
function byParser(html: string): string[] {
  const root = childrenOf(parse(html, { scriptingEnabled: false })).find(
    ({ nodeName }) => nodeName === "html",
  );
  const head = root && childrenOf(root).find(({ nodeName }) => nodeName === "head");
  return (head ? childrenOf(head) : []).flatMap((node) => {
    if (!("attrs" in node)) return [];
    const own = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    if (node.nodeName === "meta" && own["content"] !== undefined) return [`${own["name"]}=${own["content"]}`];
    return node.nodeName === "link" ? [`link=${own["href"]}`] : [];
  });
}

function byScanner(html: string): string[] {
  const scan = createHeadScanner().scan(html, true);
  if (!scan) throw new Error("The whole text was given, and no head was found");
  const head = headOf(scan, "https://a.example/", "utf-8");
  const found = [
    ...head.metas.map(({ name, content, tag }) => ({ tag, text: `${name}=${content}` })),
    ...head.links.map(({ href, tag }) => ({ tag, text: `link=${href}` })),
  ];
  return found
    .filter(({ tag }) => tag.isInHead)
    .toSorted((a, b) => a.tag.start - b.tag.start)
    .map(({ text }) => text);
}

/** Numbers that look random and are the same each time. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test("3,000 heads, put together by chance, are read as a parser of the standard reads them", () => {
  const numbers = chance(1);
  let met = 0;
  for (let round = 0; round < 3000; round += 1) {
    const length = 1 + Math.floor(numbers.next().value * 8);
    const head = Array.from({ length }, () => pieces[Math.floor(numbers.next().value * pieces.length)]).join(
      "",
    );
    const html = `<!doctype html><html><head>${head}</head><body><meta name=z content=0></body></html>`;
    const found = byScanner(html);
    met += found.length;
    expect(found, html).toEqual(byParser(html));
  }
  expect(met).toBeGreaterThan(1000);
});

test("wherever the text is cut, the scanner comes to the same end", () => {
  const html = `<!doctype html><html><head>${pieces.slice(0, 20).join("")}</head><body>x`;
  const whole = createHeadScanner().scan(html, false);
  expect(whole).toBeDefined();
  for (let at = 0; at < html.length; at += 1) {
    const scanner = createHeadScanner();
    const early = scanner.scan(html.slice(0, at), false);
    expect(early ?? scanner.scan(html, false), `cut at ${at}`).toEqual(whole);
  }
});
