import { z } from "zod";

const count = z.number();

/** What is counted of any set of visits. A visit, with all that happened in it, belongs to the moment it began. */
export const Figures = z.object({
  visitors: count.describe("People; one who gave no consent counts anew each UTC day"),
  visits: count,
  views: count,
  bounces: count.describe("Visits with one view, under 10 s of visible time, and nothing else"),
  reads: count.describe("Visits with 15 s of visible time on a page or 75 % of it scrolled"),
  visibleSeconds: count.describe("Visible time of all visits together"),
  shares: count,
  reactions: count,
  comments: count,
  searches: count,
  subscriptions: count,
  goals: count,
});
export type Figures = z.output<typeof Figures>;

export const figureNames = [
  "visitors",
  "visits",
  "views",
  "bounces",
  "reads",
  "visibleSeconds",
  "shares",
  "reactions",
  "comments",
  "searches",
  "subscriptions",
  "goals",
] as const satisfies readonly (keyof Figures)[];

export const noFigures: Figures = {
  visitors: 0,
  visits: 0,
  views: 0,
  bounces: 0,
  reads: 0,
  visibleSeconds: 0,
  shares: 0,
  reactions: 0,
  comments: 0,
  searches: 0,
  subscriptions: 0,
  goals: 0,
};

/** One row of a breakdown: a value of the dimension and the figures of its visits. */
export const Cell = Figures.extend({ value: z.string().describe("Empty where it is not known") });
export type Cell = z.output<typeof Cell>;

/** Money by currency; currencies are never added up. What only a page said stands apart. */
export const Revenue = z.object({
  currency: z.string(),
  trusted: z.number().describe("From a signed server call, refunds taken off"),
  untrusted: z.number().describe("By the page's own word"),
});
export type Revenue = z.output<typeof Revenue>;
