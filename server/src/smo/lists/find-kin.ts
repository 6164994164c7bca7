import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";

interface Asked {
  readonly siteId: string;
  readonly pageIds: readonly string[];
}

/** A stem in a page: how often, and whether its title or description says it. */
interface Term {
  readonly pageId: string;
  readonly stem: string;
  readonly times: number;
  readonly isInTitle: boolean;
  readonly isInDescription: boolean;
}

const most = { sample: 400, stems: 24, candidates: 40, kin: 20, kept: 40 };
const leastLikeness = 0.05;

/** Finds, for pages that were read just now, the pages of their site whose texts are nearest; both ways. */
export async function findKin(db: Db, { siteId, pageIds }: Asked): Promise<void> {
  const rarity = await rarityOn(db, siteId);
  for (const pageId of pageIds) {
    const own = weigh(await termsOf(db, [pageId]), rarity).get(pageId);
    const kin = own ? await nearest(db, { siteId, pageId, own, rarity }) : [];
    await keepKin(db, pageId, kin);
  }
}

type Rarity = (stem: string) => number;
type Weights = ReadonlyMap<string, number>;

/** How rare a stem is on the site (inverse document frequency), by a sample of its newest pages. */
async function rarityOn(db: Db, siteId: string): Promise<Rarity> {
  const { rows } = await sql<{ stem: string; pages: number; all: number }>`
    with sample as (
      select words from list_page where site_id = ${siteId} and is_listable order by page_id desc limit ${most.sample}
    )
    select lexeme as stem, count(*)::int as pages, (select count(*)::int from sample) as all
    from sample, unnest(sample.words) group by lexeme having count(*) > 1`.execute(db);
  const pages = new Map(rows.map((row) => [row.stem, row.pages]));
  const all = Math.max(rows[0]?.all ?? 1, 2);
  return (stem) => Math.log((all + 1) / (pages.get(stem) ?? 1));
}

async function termsOf(db: Db, pageIds: readonly string[]): Promise<readonly Term[]> {
  const { rows } = await sql<Term>`
    select page_id as "pageId", lexeme as stem, coalesce(array_length(positions, 1), 1) as times,
      'A' = any(weights) as "isInTitle", 'B' = any(weights) as "isInDescription"
    from list_page, unnest(words) where page_id = any(${[...pageIds]}::uuid[])`.execute(db);
  return rows;
}

/** Weights of each page's stems, as a vector of length 1. */
function weigh(terms: readonly Term[], rarity: Rarity): Map<string, Weights> {
  const pages = Map.groupBy(terms, ({ pageId }) => pageId);
  return new Map(
    [...pages].map(([pageId, own]) => [pageId, unit(own.map((term) => [term.stem, weightOf(term, rarity)]))]),
  );
}

const weightOf = ({ stem, times, isInTitle, isInDescription }: Term, rarity: Rarity) =>
  (1 + Math.log(times)) * (isInTitle ? 3 : isInDescription ? 1.5 : 1) * rarity(stem);

function unit(weights: readonly (readonly [string, number])[]): Weights {
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
}

interface Kin {
  readonly kinId: string;
  readonly likeness: number;
}

interface Seeker {
  readonly siteId: string;
  readonly pageId: string;
  readonly own: Weights;
  readonly rarity: Rarity;
}

async function nearest(db: Db, { siteId, pageId, own, rarity }: Seeker): Promise<Kin[]> {
  const telling = [...own].toSorted(([, one], [, other]) => other - one).slice(0, most.stems);
  const query = telling.map(([stem]) => `'${stem.replaceAll(/['\\]/g, String.raw`$&$&`)}'`).join(" | ");
  const { rows } = await sql<{ pageId: string }>`
    select page_id as "pageId" from list_page
    where site_id = ${siteId} and is_listable and page_id <> ${pageId} and words @@ ${query}::tsquery
    order by ts_rank(words, ${query}::tsquery) desc limit ${most.candidates}`.execute(db);
  if (rows.length === 0) return [];
  const others = weigh(
    await termsOf(
      db,
      rows.map((row) => row.pageId),
    ),
    rarity,
  );
  return [...others]
    .map(([kinId, weights]) => ({ kinId, likeness: cosine(own, weights) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, most.kin);
}

function cosine(one: Weights, other: Weights): number {
  let sum = 0;
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0);
  return sum;
}

async function keepKin(db: Db, pageId: string, kin: readonly Kin[]): Promise<void> {
  await db.deleteFrom("listKin").where("pageId", "=", pageId).execute();
  if (kin.length === 0) return;
  const both = kin.flatMap(({ kinId, likeness }) => [
    { pageId, kinId, likeness },
    { pageId: kinId, kinId: pageId, likeness },
  ]);
  await db
    .insertInto("listKin")
    .values(both)
    .onConflict((known) =>
      known.columns(["pageId", "kinId"]).doUpdateSet((set) => ({ likeness: set.ref("excluded.likeness") })),
    )
    .execute();
  const ids = kin.map(({ kinId }) => kinId);
  await sql`delete from list_kin where (page_id, kin_id) in (
    select page_id, kin_id from (
      select page_id, kin_id, row_number() over (partition by page_id order by likeness desc) as place
      from list_kin where page_id = any(${ids}::uuid[])
    ) as ranked where place > ${most.kept})`.execute(db);
}
