import type { IncomingMessage, ServerResponse } from "node:http";
import sharp from "sharp";
import { serveSite } from "./serve-site.ts";

type Served = Awaited<ReturnType<typeof serveSite>>;

/** A page that networks find nothing broken in. */
export const pageAt = (origin: string, path: string, links: readonly string[] = []) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Tea at ${path}</title>
<meta name="description" content="How we make tea in the old samovar, and what it tells the guests">
<meta property="og:title" content="Tea at ${path}"><meta property="og:url" content="${origin}${path}">
<meta property="og:description" content="How we make tea in the old samovar, and what it tells the guests">
<meta property="og:image" content="${origin}/tea.jpg"><meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${origin}${path}"></head>
<body><main><h1>Tea at ${path}</h1><p>Long ago.</p>${links.map((link) => `<a href="${link}">on</a>`).join("")}</main></body></html>`;

export const html = (text: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text);
};
/** The card's picture as it should be. */
export const jpeg = async (_request: IncomingMessage, response: ServerResponse) => {
  const picture = await sharp({ create: { width: 1200, height: 630, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer();
  response.writeHead(200, { "content-type": "image/jpeg" }).end(picture);
};

/** Three pages, each linked from the one before, and a picture. */
export async function serveTea(): Promise<Served> {
  const site = await serveSite({ "/tea.jpg": jpeg });
  const { origin, pages } = site;
  pages["/"] = html(
    pageAt(origin, "/", ["/black", "/black?utm_source=x#top", "/tea.jpg", "https://foreign.example/"]),
  );
  pages["/black"] = html(pageAt(origin, "/black", ["/green", "/"]));
  pages["/green"] = html(pageAt(origin, "/green"));
  return site;
}
