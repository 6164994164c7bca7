import { promises as dns } from "node:dns";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { HttpFailure } from "@samovar/http-client";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { checkSite, proofsOf, readSite } from "./get-site.ts";
import { ProofMethod, Site } from "./schema.ts";

const maxPageBytes = 2 * 1024 * 1024;

export const proveSite = operation({
  id: "proveSite",
  summary: "Look whether the site carries the proof that it is yours",
  http: "POST /sites/:id/proof",
  access: "sites.manage",
  transaction: "own",
  input: z.object({ id: z.uuid(), method: ProofMethod }),
  output: Site,
  async run(ctx, { id, method }) {
    const site = await ctx.transact(({ db }) => getToken(db, id));
    await look[method](ctx, site);
    return ctx.transact(async ({ db }) => {
      await checkSite(db, id); // it may have been deleted while we looked
      await db
        .insertInto("siteProof")
        .values({ siteId: id, method, provedAt: ctx.now() })
        .onConflict((known) => known.column("siteId").doUpdateSet({ method, provedAt: ctx.now() }))
        .execute();
      return readSite({ db, publicUrl: ctx.publicUrl }, id);
    });
  },
});

interface Claim {
  readonly origin: string;
  readonly proofToken: string;
}

const look: Readonly<
  Record<z.output<typeof ProofMethod>, (ctx: Pick<Context, "http">, claim: Claim) => Promise<void>>
> = {
  async meta(ctx, { origin, proofToken }) {
    const page = await fetchText(ctx, `${origin}/`);
    const found = page === undefined ? [] : metaContents(page);
    if (found.includes(proofToken)) return;
    throw missing(
      `The page ${origin}/ has ${found.length ? `the tag with "${found[0]}" instead` : "no tag samovar-site"}`,
      proofsOf(origin, proofToken).meta,
    );
  },
  async file(ctx, { origin, proofToken }) {
    const { fileUrl, fileText } = proofsOf(origin, proofToken);
    const text = (await fetchText(ctx, fileUrl))?.trim();
    if (text === undefined) throw missing(`There is no file ${fileUrl}`, fileText);
    if (text !== fileText) throw missing(`The file ${fileUrl} holds "${text.slice(0, 60)}"`, fileText);
  },
  async dns(_ctx, { origin, proofToken }) {
    const { dnsName, dnsText } = proofsOf(origin, proofToken);
    const records = await dns.resolveTxt(dnsName).catch((cause: unknown) => {
      throw missing(`The name ${dnsName} has no TXT record that can be read`, dnsText, cause);
    });
    if (!records.some((parts) => parts.join("") === dnsText))
      throw missing(`No TXT record of ${dnsName} is ours`, dnsText);
  },
};

/** What is at the address; undefined when the site says that nothing is. */
async function fetchText(ctx: Pick<Context, "http">, url: string): Promise<string | undefined> {
  try {
    const response = await ctx.http(url, { maxBytes: maxPageBytes });
    if (response.ok) return await response.text();
    if (response.status === 404 || response.status === 410) return undefined;
    throw new Problem("unavailable", say`${url} answers ${response.status}`, {
      hint: say`Open it in a browser, mend it, try again`,
    });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw unreadable(url, error);
  }
}

function unreadable(url: string, cause: HttpFailure): Problem {
  if (cause.kind !== "refused-address") {
    return new Problem("unavailable", say`${url} can't be read: ${cause.message}`, {
      hint: say`The site must be reachable from Samovar; open it in a browser, then try again`,
      cause,
    });
  }
  return new Problem("invalid", say`${url} is not on the public Internet: ${cause.message}`, {
    hint: say`Register the site by its public address, or set ALLOW_PRIVATE_ADDRESSES=yes if you trust everybody here`,
    fields: [{ path: "id", message: say`names a site on a private address` }],
    cause,
  });
}

const missing = (found: string, wanted: string, cause?: unknown) =>
  new Problem("not_found", found, { hint: say`Put this there, then try again: ${wanted}`, cause });

async function getToken(db: Context["db"], id: string): Promise<Claim> {
  const site = await db
    .selectFrom("site")
    .select(["origin", "proofToken"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!site)
    throw new Problem("not_found", say`There is no site ${id} here`, { hint: say`See listSites for yours` });
  return site;
}

/** `content` of every `<meta name="samovar-site">` in the page's head: what visitors write never gets there. */
function metaContents(page: string): string[] {
  const html = childrenOf(parse(page)).find(({ nodeName }) => nodeName === "html");
  const head = html && childrenOf(html).find(({ nodeName }) => nodeName === "head");
  return childrenOf(head).flatMap((node) => {
    if (node.nodeName !== "meta" || !("attrs" in node)) return [];
    const own = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return own["name"] === "samovar-site" ? [own["content"] ?? ""] : [];
  });
}

const childrenOf = (node: DefaultTreeAdapterTypes.Node | undefined) =>
  node && "childNodes" in node ? node.childNodes : [];
