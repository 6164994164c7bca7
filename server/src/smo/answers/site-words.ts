import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import type { KnownWord, Lexicon } from "./ranking/read-query.ts";

const maxAlike = 30;
/** pg_trgm's own 0.3 misses a swap of letters in a word of five. */
const leastSimilarity = 0.22;

/** The words of one site, looked up in its passages' counts. */
export function lexiconOf(db: Db, siteId: string): Lexicon {
  return {
    async count(stems) {
      const rows = await db
        .selectFrom("answerWord")
        .select(["stem", "passages"])
        .where("siteId", "=", siteId)
        .where(sql<boolean>`stem = any(${stems}::text[])`)
        .execute();
      return new Map(rows.map(({ stem, passages }) => [stem, passages]));
    },
    async alike(unknown) {
      await sql`select set_config('pg_trgm.similarity_threshold', ${String(leastSimilarity)}, true)`.execute(
        db,
      );
      const { rows } = await sql<KnownWord>`
        select stem, written, passages from answer_word
        where site_id = ${siteId} and stem % ${unknown}
        order by similarity(stem, ${unknown}) desc, stem limit ${maxAlike}`.execute(db);
      return rows;
    },
  };
}
