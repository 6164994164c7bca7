import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { articles, getPicture, magazine, getArticle } from "./articles.ts";
import { articlePage, type Embedded, frontPage, missingPage } from "./page.ts";
import { drawIcon, drawPicture, pictureAddress } from "./pictures.ts";

/** A small magazine on a port of its own, as an owner's web site stands beside Samovar. */
export interface SampleSite extends AsyncDisposable {
  readonly origin: string;
  /** Puts into every page, and into the proof's file, what Samovar asks the owner to put there. */
  readonly embed: (embedded: Embedded, proof: { readonly fileText: string }) => void;
  readonly addressOf: (slug: string) => string;
  /** The article's own; throws for one that has none. */
  readonly picture: (slug: string) => Promise<Buffer<ArrayBuffer>>;
}

export async function serveSite({ port = 0 }: { readonly port?: number } = {}): Promise<SampleSite> {
  const state: { embedded?: Embedded; fileText?: string; origin: string } = { origin: "" };
  const drawn = new Map<string, Promise<Buffer<ArrayBuffer>>>();
  const picture = (slug: string) => {
    const known = drawn.get(slug) ?? drawPicture(getPicture(slug));
    drawn.set(slug, known);
    return known;
  };
  const app = routes(state, picture);
  const stop = await new Promise<() => Promise<void>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (address) => {
      state.origin = `http://127.0.0.1:${address.port}`;
      resolve(async () => {
        if ("closeAllConnections" in server) server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      });
    });
    server.on("error", reject);
  });
  return {
    origin: state.origin,
    embed(embedded, { fileText }) {
      Object.assign(state, { embedded, fileText });
    },
    addressOf: (slug) => `${state.origin}/${getArticle(slug).slug}`,
    picture,
    [Symbol.asyncDispose]: stop,
  };
}

function routes(
  state: { readonly embedded?: Embedded; readonly fileText?: string; readonly origin: string },
  picture: SampleSite["picture"],
): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("cache-control", "public, max-age=60");
  });
  app.notFound((c) => c.html(missingPage(state.origin, state.embedded), 404));
  app.get("/", (c) => c.html(frontPage(state.origin, state.embedded)));
  app.get("/.well-known/samovar-site.txt", (c) =>
    state.fileText === undefined ? c.notFound() : c.text(`${state.fileText}\n`),
  );
  app.get("/robots.txt", (c) => c.text(`User-agent: *\nAllow: /\nSitemap: ${state.origin}/sitemap.xml\n`));
  app.get("/sitemap.xml", (c) => c.body(sitemap(state.origin), 200, { "content-type": "application/xml" }));
  app.get("/feed.xml", (c) => c.body(feed(state.origin), 200, { "content-type": "application/rss+xml" }));
  app.get("/apple-touch-icon.png", async (c) =>
    c.body(await drawIcon(), 200, { "content-type": "image/png" }),
  );
  app.get("/pictures/:file{.+\\.jpg}", async (c) => {
    const article = articles.find((each) => pictureAddress(each) === c.req.path);
    if (!article) return c.notFound();
    return c.body(await picture(article.slug), 200, { "content-type": "image/jpeg" });
  });
  app.get("/:slug", (c) => {
    const article = articles.find(({ slug }) => slug === c.req.param("slug"));
    return article ? c.html(articlePage(article, state.origin, state.embedded)) : c.notFound();
  });
  return app;
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function sitemap(origin: string): string {
  const pages = ["", ...articles.map(({ slug }) => slug)];
  const entries = pages.map((path) => `<url><loc>${origin}/${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`;
}

function feed(origin: string): string {
  const items = articles.map(
    ({ slug, title, lead }) =>
      `<item><title>${escapeXml(title)}</title><link>${origin}/${slug}</link><guid>${origin}/${slug}</guid><description>${escapeXml(lead)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${magazine.name}</title><link>${origin}/</link><description>${magazine.tagline}</description>${items.join("")}</channel></rss>`;
}
