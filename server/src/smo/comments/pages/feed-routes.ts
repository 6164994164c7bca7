import { hash } from "node:crypto";
import type { Hono } from "hono";
import { z } from "zod";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { findThread } from "../find-thread.ts";
import { pathOfPage } from "../page-path.ts";
import { PageUrl } from "../talk-schema.ts";
import { queryOf, type TalkParts } from "../visitor.ts";
import { readFeed } from "./read-feed.ts";
import { talkAddress } from "./talk-address.ts";
import { writeFeed } from "./write-feed.ts";

const FeedQuery = z.object({
  url: PageUrl.optional(),
  lang: z.enum(["en", "ru"]).optional().catch(undefined),
});

/** `GET feed.xml?url`: what was published last below a page, or without `url` on the whole site, as RSS. */
export function feedRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  talk.get("/feed.xml", async (c) => {
    const query = queryOf(c, FeedQuery);
    const site = c.get("site");
    const path = query.url === undefined ? undefined : pathOfPage(query.url, site.origins);
    const { rows, title } = await parts.house.database.transact(site.workspaceId, async (db) => {
      if (path === undefined)
        return { rows: await readFeed(db, { siteId: site.id, threadId: undefined }), title: null };
      const thread = await findThread(db, { siteId: site.id, path });
      const found = thread ? await readFeed(db, { siteId: site.id, threadId: thread.id }) : [];
      return { rows: found, title: thread?.title ?? null };
    });
    const url = path === undefined ? undefined : `${site.origin}${path}`;
    const language = query.lang ?? parts.tongueOf(c).language;
    const selfUrl = talkAddress(parts.house, site)("feed.xml", {
      ...(url !== undefined && { url }),
      ...(query.lang && { lang: query.lang }),
    });
    const page = url === undefined ? undefined : { url, title };
    const feed = writeFeed({ site, page, selfUrl, language, rows });
    const tag = `"${hash("sha256", feed, "base64url").slice(0, 27)}"`;
    c.header("ETag", tag);
    c.header("Cache-Control", "public, max-age=60");
    c.header("Vary", "Accept-Language", { append: true });
    if (isKnown(c.req.header("If-None-Match"), tag)) return c.body(null, 304);
    return c.body(feed, 200, { "Content-Type": "application/rss+xml; charset=utf-8" });
  });
}

/** Weak comparison, as RFC 9110 §13.1.2 has it for this header. */
const isKnown = (known: string | undefined, tag: string) =>
  known !== undefined &&
  known
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === "*" || one === tag);
