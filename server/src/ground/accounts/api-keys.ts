import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { permissions } from "#src/platform/operation/permissions.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { refuseGivingMore } from "./refuse-giving-more.ts";
import { ApiKey, NewApiKey } from "./schema.ts";
import { hashToken, mintToken } from "./tokens.ts";

const columns = [
  "id",
  "name",
  "tokenStart",
  "scopes",
  "createdAt",
  "expiresAt",
  "lastUsedAt",
  "revokedAt",
] as const;
const shownLength = 8;

export const createApiKey = operation({
  id: "createApiKey",
  summary: "Make a key for programs, with the scopes that it needs",
  http: "POST /api-keys",
  access: "keys.manage",
  input: NewApiKey,
  output: ApiKey.extend({
    token: z.string().describe("Shown this once; send it as `Authorization: Bearer …`"),
  }),
  async run(ctx, { name, scopes, expiresAt }) {
    refuseGivingMore(ctx, scopes);
    if (expiresAt && expiresAt <= ctx.now()) {
      throw new Problem("invalid", say`expiresAt: ${expiresAt.toISOString()} has passed`, {
        fields: [{ path: "expiresAt", message: say`has passed` }],
        hint: say`Give a time in the future`,
      });
    }
    const token = mintToken("smv_");
    const row = await ctx.db
      .insertInto("apiKey")
      .values({
        id: uuidv7(),
        name,
        scopes: [...new Set(scopes)],
        tokenHash: hashToken(token),
        tokenStart: token.slice(0, shownLength),
        createdBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.id,
        createdAt: ctx.now(),
        expiresAt: expiresAt ?? null,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return { ...row, scopes, token };
  },
});

export const listApiKeys = operation({
  id: "listApiKeys",
  summary: "List keys, newest first",
  http: "GET /api-keys",
  access: "keys.manage",
  input: PageRequest,
  output: pageOf(ApiKey),
  async run(ctx, { limit, after }) {
    const rows = await ctx.db
      .selectFrom("apiKey")
      .select(columns)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, scopes: z.array(z.enum(permissions)).parse(row.scopes) })),
      limit,
    );
  },
});

export const revokeApiKey = operation({
  id: "revokeApiKey",
  summary: "Make a key useless, at once and for good",
  http: "DELETE /api-keys/:id",
  access: "keys.manage",
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const gone = await ctx.db
      .updateTable("apiKey")
      .set((key) => ({ revokedAt: key.fn.coalesce("revokedAt", key.val(ctx.now())) }))
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) {
      throw new Problem("not_found", say`There is no key ${id} here`, {
        hint: say`See listApiKeys for yours`,
      });
    }
    return gone;
  },
});
