import type { Output } from "#src/api/operations.ts";
import type { Format } from "#src/i18n/format.ts";

export type Figures = Output<"getTraffic">["total"];

/** What is shown large above the chart, in this order. */
export const headFigures = [
  "visitors",
  "visits",
  "views",
  "readShare",
  "bounceShare",
  "minutes",
  "shares",
  "comments",
  "goals",
] as const;
export type HeadFigure = (typeof headFigures)[number];

/** A figure's value. Shares are 0 to 1 of the visits; `minutes` is the visible time of a visit in the mean. */
export function valueOf(figures: Figures, name: HeadFigure): number {
  const ofVisits = (count: number) => (figures.visits === 0 ? 0 : count / figures.visits);
  if (name === "readShare") return ofVisits(figures.reads);
  if (name === "bounceShare") return ofVisits(figures.bounces);
  if (name === "minutes") return ofVisits(figures.visibleSeconds) / 60;
  return figures[name];
}

export function wordsOf(format: Format, name: HeadFigure, value: number): string {
  if (name === "readShare" || name === "bounceShare") return format.percent(value);
  if (name === "minutes") return format.number(Math.round(value * 10) / 10);
  return format.number(value);
}

/** How much more than before, as a share; undefined where there was nothing before. */
export function changeOf(now: number, before: number | undefined): number | undefined {
  return before === undefined || before === 0 ? undefined : now / before - 1;
}

/** Figures of which less is better. */
export const lessIsBetter: ReadonlySet<HeadFigure> = new Set<HeadFigure>(["bounceShare"]);
