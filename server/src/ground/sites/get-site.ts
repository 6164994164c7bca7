import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { ProofMethod, Site } from "./schema.ts";

export const getSite = operation({
  id: "getSite",
  summary: "Show a site: its line to embed, and what proves that it is yours",
  http: "GET /sites/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Site,
  run: (ctx, { id }) => readSite(ctx, id),
});

export const listSites = operation({
  id: "listSites",
  summary: "List sites, newest first",
  http: "GET /sites",
  access: "read",
  input: PageRequest,
  output: pageOf(Site),
  async run(ctx, { limit, after }) {
    const rows = await sites(ctx.db)
      .$if(after !== undefined, (query) => query.where("site.id", "<", String(after)))
      .orderBy("site.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => siteOf(row, ctx.publicUrl)),
      limit,
    );
  },
});

/** The site as callers see it. Throws `not_found`. */
export async function readSite(
  ctx: Pick<Context, "db" | "publicUrl">,
  id: string,
): Promise<z.output<typeof Site>> {
  const row = await sites(ctx.db).where("site.id", "=", id).executeTakeFirst();
  if (!row) throw noSuchSite(id);
  return siteOf(row, ctx.publicUrl);
}

/** Refuses what is asked of a site that is not here. Throws `not_found`. */
export async function checkSite(db: Context["db"], id: string): Promise<void> {
  const row = await db.selectFrom("site").select("id").where("id", "=", id).forKeyShare().executeTakeFirst();
  if (!row) throw noSuchSite(id);
}

const noSuchSite = (id: string) =>
  new Problem("not_found", say`There is no site ${id} here`, { hint: say`See listSites for yours` });

function sites(db: Context["db"]) {
  return db
    .selectFrom("site")
    .leftJoin("siteProof", "siteProof.siteId", "site.id")
    .select(["site.id", "site.name", "site.origin", "site.siteKey", "site.proofToken", "site.createdAt"])
    .select(["siteProof.provedAt", "siteProof.method as provedBy"])
    .select((site) =>
      site
        .selectFrom("sitePage")
        .select((page) => page.fn.min("sitePage.visitedAt").as("at"))
        .whereRef("sitePage.siteId", "=", "site.id")
        .as("firstVisitAt"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof sites>["executeTakeFirstOrThrow"]>>;

function siteOf({ proofToken, ...row }: Row, publicUrl: string): z.output<typeof Site> {
  return {
    ...row,
    provedBy: row.provedBy === null ? null : ProofMethod.parse(row.provedBy),
    embedLine: `<script async src="${publicUrl}/w/site.js" data-site="${row.siteKey}"></script>`,
    proofs: proofsOf(row.origin, proofToken),
  };
}

/** What the owner can put on the site, and nobody else can. */
export function proofsOf(origin: string, token: string) {
  return {
    meta: `<meta name="samovar-site" content="${token}">`,
    fileUrl: `${origin}/.well-known/samovar-site.txt`,
    fileText: token,
    dnsName: `_samovar.${new URL(origin).hostname}`,
    dnsText: `samovar-site=${token}`,
  };
}
