import { auditPage as auditAddress } from "@samovar/audit";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { originsOf } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { keepAudit } from "./keep-audit.ts";
import { type Place, readPlace, viewAudit } from "./page-view.ts";
import { AuditedNetwork, Language, PageAuditView } from "./schema.ts";

const windowMs = 60_000;
const maxInWindow = 20;

export const auditPage = operation({
  id: "auditPage",
  summary: "Audit one address now, as every network's robot sees it; a page of a site of yours is kept",
  http: "POST /page-audits",
  access: "sites.manage",
  transaction: "own",
  input: z.object({
    url: z
      .url({
        protocol: /^https?$/,
        error: (issue) => `"${String(issue.input)}" is no address of a page; write it as https://…`,
      })
      .max(2000, "is longer than 2,000 characters"),
    networks: z
      .array(AuditedNetwork)
      .min(1)
      .max(20)
      .optional()
      .describe("Whose cards to look at; an audit for some networks alone is not kept"),
    language: Language.default("en").describe("For the cards; findings come in both languages"),
  }),
  output: PageAuditView,
  async run(ctx, { url, networks, language }) {
    await ctx.transact(({ db }) => ration(db, ctx.now()));
    const visitors = ctx.openVisitors();
    try {
      const audit = await auditAddress(withoutFragment(url), { visitors, networks, now: ctx.now });
      if (audit.outcome === "forbidden") throw refusedAddress(url);
      const place = networks ? undefined : await ctx.transact(({ db }) => keepOwn(db, audit));
      return viewAudit(audit, language, place);
    } finally {
      await visitors.close();
    }
  },
});

type Db = Context["db"];

/** Asked too often, other people's sites would be visited in our name without end. */
async function ration(db: Db, now: Date): Promise<void> {
  const since = new Date(now.getTime() - windowMs);
  await db.insertInto("auditAsking").values({ id: uuidv7(), at: now }).execute();
  const { count } = await db
    .selectFrom("auditAsking")
    .select((asking) => asking.fn.countAll<string>().as("count"))
    .where("at", ">", since)
    .executeTakeFirstOrThrow();
  if (Number(count) <= maxInWindow) return;
  throw new Problem("limit_reached", say`More than ${maxInWindow} addresses were audited within a minute`, {
    hint: say`Wait a minute; a whole site is audited by startSiteAudit`,
    retryAfterSeconds: windowMs / 1000,
  });
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

const refusedAddress = (url: string) =>
  new Problem("invalid", say`url: ${url} is not on the public Internet`, {
    hint: say`Give the page's public address, or set ALLOW_PRIVATE_ADDRESSES=yes if you trust everybody here`,
    fields: [{ path: "url", message: "names a private address" }],
  });

/** Only what is a page of a site of this workspace is kept. */
async function keepOwn(db: Db, audit: Parameters<typeof keepAudit>[1]["audit"]): Promise<Place | undefined> {
  const origins = [...originsOf(new URL(audit.url).origin)];
  const site = await db
    .selectFrom("site")
    .select("id")
    .where("origin", "in", origins)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (!site || audit.outcome === "not-html") return undefined;
  const id = await keepAudit(db, { siteId: site.id, audit });
  return readPlace(db, { id, siteId: site.id });
}
