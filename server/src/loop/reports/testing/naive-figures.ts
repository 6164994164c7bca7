import type { Figures } from "../figures.ts";
import type { NaiveVisit } from "./naive-visits.ts";

export type NaiveCell = Pick<
  Figures,
  "visitors" | "visits" | "views" | "bounces" | "reads" | "shares" | "goals"
>;

interface Part {
  readonly visit: NaiveVisit;
  readonly views: number;
  readonly isRead: boolean;
}

/** The values of a dimension that a visit counts in; a page's views and reads are its own. */
export const naiveValues: Readonly<
  Record<string, (visit: NaiveVisit) => ReadonlyMap<string, Omit<Part, "visit">>>
> = {
  total: (visit) => whole(visit, ""),
  page: (visit) =>
    new Map(
      visit.pages.map((page) => [
        page,
        { views: visit.pages.filter((one) => one === page).length, isRead: visit.readPages.includes(page) },
      ]),
    ),
  entryPage: (visit) => whole(visit, visit.pages[0] ?? ""),
  exitPage: (visit) => whole(visit, visit.pages.at(-1) ?? ""),
  sourceKind: (visit) => whole(visit, visit.sourceKind),
  source: (visit) => whole(visit, visit.source),
  network: (visit) => whole(visit, visit.network),
  link: (visit) => whole(visit, visit.linkId),
  generation: (visit) => whole(visit, String(visit.generation)),
  device: (visit) => whole(visit, visit.device),
  country: (visit) => whole(visit, visit.country),
  site: (visit) => whole(visit, visit.siteId),
};

const whole = (visit: NaiveVisit, value: string) =>
  new Map([[value, { views: visit.views, isRead: visit.isRead }]]);

/** Figures of visits by a dimension, counted one by one. */
export function naiveCells(visits: readonly NaiveVisit[], dimension: string): ReadonlyMap<string, NaiveCell> {
  const values = naiveValues[dimension];
  if (!values) throw new Error(`No naive dimension ${dimension}`);
  const parts = visits.flatMap((visit) =>
    [...values(visit)].map(([value, part]) => ({ value, part: { visit, ...part } })),
  );
  return new Map(
    [...Map.groupBy(parts, ({ value }) => value)].map(([value, found]) => [
      value,
      figuresOf(found.map(({ part }) => part)),
    ]),
  );
}

function figuresOf(parts: readonly Part[]): NaiveCell {
  const real = parts.filter(({ visit }) => visit.views > 0);
  const people = new Set(
    real.map(({ visit }) =>
      visit.isKnown
        ? `${visit.siteId} ${visit.visitor}`
        : `${visit.siteId} ${visit.visitor} ${visit.began.slice(0, 10)}`,
    ),
  );
  return {
    visitors: people.size,
    visits: real.length,
    views: sum(parts.map(({ views }) => views)),
    bounces: parts.filter(({ visit }) => visit.isBounce).length,
    reads: real.filter(({ isRead }) => isRead).length,
    shares: sum(parts.map(({ visit }) => visit.shares)),
    goals: sum(parts.map(({ visit }) => visit.goals)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
