import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { mintSecret } from "./author-token.ts";
import { type CommentSettingsRow, readCommentSettings, whoMayPost } from "./comment-settings.ts";
import { readProvider, oidcPurpose } from "./oauth-sign-in.ts";
import { ssoPurpose } from "./own-user-sign-in.ts";
import { CommentSort } from "./schema.ts";

const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, "is no language; use a tag such as en or ru");

const Fields = z.object({
  editWindowSeconds: z.int().min(0).max(86_400).describe("How long an author may edit his comment"),
  sort: CommentSort.describe("The order in which readers find a thread"),
  whoMayPost: z
    .enum(whoMayPost)
    .describe("anyone; verified: an address or account stands behind; own: the site's own users; nobody"),
  hasRatings: z.boolean().describe("Comments at the top level are reviews with one to five stars"),
  premoderation: z
    .enum(["doubtful", "everything"])
    .describe("What waits for a moderator: what moderation doubts, or everything"),
  languages: z.array(Language).max(20).describe("Languages that the site's readers write in"),
  maxDepth: z.int().min(0).max(8).describe("How far in answers are shown"),
  takesForeign: z.boolean().describe("Whether what was written elsewhere may arrive in the threads"),
  teamName: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .nullable()
    .describe("How the site's team is called; guests may not"),
});

const Provider = z.object({
  issuer: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .describe("The provider's address, as its own description says it"),
  clientId: z.string().min(1).max(500),
  label: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .describe("What the button says; the provider's host without"),
});

const CommentSettings = Fields.extend({
  id: z.uuid().describe("The site's"),
  siteId: z.uuid(),
  hasSsoSecret: z.boolean(),
  oidc: Provider.nullable(),
  oidcReturnUrl: z.string().describe("Where the provider must be allowed to lead back to"),
}).meta({ id: "CommentSettings" });

export const getCommentSettings = operation({
  id: "getCommentSettings",
  summary: "Show how a site talks: who may write, in what order it is read, what waits for a moderator",
  http: "GET /sites/:siteId/comment-settings",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: CommentSettings,
  run: (ctx, { siteId }) => viewSettings(ctx, siteId),
});

export const changeCommentSettings = operation({
  id: "changeCommentSettings",
  summary: "Change how a site talks; what is left out stays",
  http: "PATCH /sites/:siteId/comment-settings",
  access: "sites.manage",
  input: Fields.partial().extend({ siteId: z.uuid() }),
  output: CommentSettings,
  async run(ctx, { siteId, ...fields }) {
    await checkSite(ctx.db, siteId);
    await keepSettings(ctx, siteId, given(fields));
    return viewSettings(ctx, siteId);
  },
});

export const makeCommentSsoSecret = operation({
  id: "makeCommentSsoSecret",
  summary:
    "Make the secret that a site signs its own users with; the one before is good for nothing from then on",
  http: "POST /sites/:siteId/comment-sso-secret",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: z.object({ id: z.uuid(), secret: z.string().describe("Shown this once") }),
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    const secret = mintSecret("sso_");
    await keepSettings(ctx, siteId, { ssoSecret: ctx.vault.seal(secret, ssoPurpose(siteId)) });
    return { id: siteId, secret };
  },
});

export const connectCommentProvider = operation({
  id: "connectCommentProvider",
  summary: "Let visitors of a site sign in at a provider of OpenID Connect",
  http: "POST /sites/:siteId/comment-provider",
  access: "sites.manage",
  transaction: "own",
  input: Provider.extend({
    siteId: z.uuid(),
    clientSecret: z.string().min(1).max(1000).meta({ secret: true }),
  }),
  output: CommentSettings,
  async run(ctx, { siteId, issuer, clientId, clientSecret, label }) {
    await ctx.transact(({ db }) => checkSite(db, siteId));
    await readProvider(ctx.http, issuer);
    return ctx.transact(async ({ db }) => {
      const inside = { ...pick(ctx), db };
      await keepSettings(inside, siteId, {
        oidcIssuer: issuer,
        oidcClientId: clientId,
        oidcClientSecret: ctx.vault.seal(clientSecret, oidcPurpose(siteId)),
        oidcLabel: label,
      });
      return viewSettings(inside, siteId);
    });
  },
});

export const disconnectCommentProvider = operation({
  id: "disconnectCommentProvider",
  summary: "Let nobody sign in at the provider any more; who has signed in stays so",
  http: "DELETE /sites/:siteId/comment-provider",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: CommentSettings,
  async run(ctx, { siteId }) {
    const { oidcIssuer } = await readCommentSettings(ctx.db, siteId);
    if (oidcIssuer === null) {
      throw new Problem("not_found", say`The site ${siteId} has no provider to sign in with`, {
        hint: say`There is nothing to disconnect`,
      });
    }
    await keepSettings(ctx, siteId, {
      oidcIssuer: null,
      oidcClientId: null,
      oidcClientSecret: null,
      oidcLabel: null,
    });
    return viewSettings(ctx, siteId);
  },
});

type Parts = Pick<Context, "db" | "now" | "publicUrl">;
const pick = ({ now, publicUrl }: Context) => ({ now, publicUrl });

async function keepSettings(
  { db, now }: Parts,
  siteId: string,
  fields: Partial<{ -readonly [Name in keyof CommentSettingsRow]: CommentSettingsRow[Name] }>,
): Promise<void> {
  const { languages, ...rest } = fields;
  const row = { ...rest, ...(languages && { languages: [...languages] }), changedAt: now() };
  await db
    .insertInto("commentSettings")
    .values({ siteId, ...row })
    .onConflict((known) => known.column("siteId").doUpdateSet(row))
    .execute();
}

async function viewSettings(
  { db, publicUrl }: Parts,
  siteId: string,
): Promise<z.output<typeof CommentSettings>> {
  const site = await db.selectFrom("site").select("siteKey").where("id", "=", siteId).executeTakeFirst();
  if (!site) {
    throw new Problem("not_found", say`There is no site ${siteId} here`, {
      hint: say`See listSites for yours`,
    });
  }
  const row = await readCommentSettings(db, siteId);
  return {
    ...row,
    ...Fields.pick({ whoMayPost: true, premoderation: true }).parse(row),
    languages: [...row.languages],
    id: siteId,
    siteId,
    hasSsoSecret: row.ssoSecret !== null,
    oidc:
      row.oidcIssuer === null
        ? null
        : { issuer: row.oidcIssuer, clientId: row.oidcClientId ?? "", label: row.oidcLabel },
    oidcReturnUrl: `${publicUrl}/talk/${site.siteKey}/oauth-return`,
  };
}

/** The fields that were given. */
function given<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }; // the same, less those without a value
}
