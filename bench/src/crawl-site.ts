/** A site of so many pages in a process of its own: `fork("crawl-site.ts", [pages])` is told its origin. */
import { once } from "node:events";
import { createServer } from "node:http";

const pages = Number(process.argv[2]);
const words = "samovar network preview card image letter window garden river evening morning".split(" ");

const server = createServer((request, response) => {
  const number = request.url === "/" ? 0 : Number(/^\/p\/(\d+)$/.exec(request.url ?? "")?.[1] ?? Number.NaN);
  if (!(number < pages)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(number));
}).listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.(server.address());
process.once("disconnect", () => process.exit());

/** Each page leads on to ten new ones and back to ten: some 4 kB. */
function pageOf(number: number): string {
  const onward = Array.from({ length: 10 }, (_, nth) => number * 10 + nth + 1).filter((each) => each < pages);
  const back = Array.from({ length: 10 }, (_, nth) => (number * 7919 + nth * 104_729) % pages);
  const links = [...onward, ...back].map((each) => `<li><a href="/p/${each}">Page ${each}</a></li>`);
  const text = Array.from({ length: 400 }, (_, nth) => words[(number + nth * nth) % words.length]).join(" ");
  return `<!doctype html><html lang="en"><head><title>Page ${number}</title><meta property="og:title" content="Page ${number}"></head><body><main><p>${text}</p></main><ul>${links.join("")}</ul></body></html>`;
}
