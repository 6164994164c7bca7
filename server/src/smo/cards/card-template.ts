import { findMedia, mediaOf } from "#src/ground/media/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { CardLook, type CardTemplate } from "./schema.ts";

type Reading = Pick<Context, "db" | "publicUrl">;

/** Every site with its template, if it has one of its own. */
export function templateRows(db: Context["db"]) {
  return db
    .selectFrom("site")
    .leftJoin("cardTemplate", "cardTemplate.siteId", "site.id")
    .select(["site.id", "site.name as siteName", "look", "logoId", "fontId", "changedAt", "changedBy"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof templateRows>["executeTakeFirstOrThrow"]>>;

/** The template of a site. Throws `not_found` for a site that is not here. */
export async function readTemplate(ctx: Reading, siteId: string): Promise<CardTemplate> {
  const row = await templateRows(ctx.db).where("site.id", "=", siteId).executeTakeFirst();
  const [template] = row ? await templatesOf(ctx, [row]) : [];
  if (!template)
    throw new Problem("not_found", say`There is no site ${siteId} here`, {
      hint: say`See listSites for yours`,
    });
  return template;
}

/** Rows as callers see them. A site that has chosen nothing has the look that we give to each. */
export async function templatesOf({ db, publicUrl }: Reading, rows: readonly Row[]): Promise<CardTemplate[]> {
  const logos = new Map((await findMedia(db, idsOf(rows, "logoId"))).map((logo) => [logo.id, logo]));
  const fonts = await fontsById(db, idsOf(rows, "fontId"));
  return rows.map(({ id, siteName, look, logoId, fontId, changedAt, changedBy }) => {
    const logo = logos.get(logoId ?? "");
    return {
      id,
      siteId: id,
      look: CardLook.parse(look ?? { siteName }),
      logo: logo ? mediaOf(logo, publicUrl) : null,
      font: fonts.get(fontId ?? "") ?? null,
      changedAt,
      changedBy,
    };
  });
}

async function fontsById(db: Context["db"], ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, NonNullable<CardTemplate["font"]>>();
  const fonts = await db
    .selectFrom("cardFont")
    .select(["id", "name", "byteLength", "createdAt"])
    .where("id", "in", ids)
    .execute();
  return new Map(fonts.map((font) => [font.id, font]));
}

const idsOf = (rows: readonly Row[], field: "logoId" | "fontId") =>
  rows.map((row) => row[field]).filter((id) => id !== null);
