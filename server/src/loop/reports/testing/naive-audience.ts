import { onceEach } from "./naive-visits.ts";
import type { NaiveVisit } from "./naive-visits.ts";
import type { WholeEvent } from "./random-events.ts";

const dayMs = 86_400_000;
export const instantOf = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);
/** Days are UTC's here. */
const dayOf = (text: string) => text.slice(0, 10);

/** What is known of one person of one site, by his visits in their order. */
export interface NaivePerson {
  readonly first: NaiveVisit;
  readonly visits: readonly NaiveVisit[];
}

export function naivePeople(visits: readonly NaiveVisit[]): NaivePerson[] {
  const known = visits.filter(({ isKnown, views }) => isKnown && views > 0);
  const people = Map.groupBy(known, ({ siteId, visitor }) => `${siteId} ${visitor}`);
  return [...people.values()].flatMap((own) => {
    const sorted = own.toSorted((left, right) => instantOf(left.began) - instantOf(right.began));
    const [first] = sorted;
    return first ? [{ first, visits: sorted }] : [];
  });
}

/** Different days on which the person was seen within a span, its end not included. */
export const daysSeen = ({ visits }: NaivePerson, from: number, to: number) =>
  new Set(
    visits
      .filter(({ began }) => instantOf(began) >= from && instantOf(began) < to)
      .map(({ began }) => dayOf(began)),
  ).size;

/** Three different days within 30 of the first visit, as far as told until then. */
export function hasBecomeRegular(person: NaivePerson, until: number): boolean {
  const first = instantOf(person.first.began);
  return daysSeen(person, first, Math.min(until, first + 30 * dayMs)) >= 3;
}

/** Monday of the instant's week. */
export function mondayOf(text: string): number {
  const day = Date.parse(`${dayOf(text)}T00:00:00Z`);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * dayMs;
}

export interface NaiveStep {
  readonly kind: string;
  readonly page?: string;
  readonly name?: string;
}

/** How many visitors reached each step: any chain of different events in time, searched one by one. */
export function naiveFunnel(
  all: readonly WholeEvent[],
  steps: readonly NaiveStep[],
  windowMs: number,
): number[] {
  const openedAt = new Map(
    all.filter(({ kind }) => kind === "view").map(({ id, at }) => [id, instantOf(at)]),
  );
  const people = Map.groupBy(
    onceEach(all).filter(({ reason, kind }) => reason === "human" && kind !== "click"),
    ({ site_id: siteId, visitor }) => `${siteId} ${visitor}`,
  );
  const levels = [...people.values()].map((events) => {
    const told = events.map((event) => ({ event, at: momentOf(event, openedAt) }));
    const starts = told.filter(({ event }) => steps[0] && fits(event, steps[0]));
    return Math.max(0, ...starts.map((start) => chain(told, steps, { start, windowMs })));
  });
  return steps.map((_step, index) => levels.filter((level) => level > index).length);
}

interface Told {
  readonly event: WholeEvent;
  readonly at: number;
}

/** The earliest possible next step is always as good as a later one. */
function chain(
  told: readonly Told[],
  steps: readonly NaiveStep[],
  { start, windowMs }: { readonly start: Told; readonly windowMs: number },
): number {
  let last = start;
  let level = 1;
  for (const step of steps.slice(1)) {
    const [next] = told
      .filter(({ event, at }) => at > last.at && at <= start.at + windowMs && fits(event, step))
      .toSorted((left, right) => left.at - right.at);
    if (!next) break;
    last = next;
    level += 1;
  }
  return level;
}

function momentOf(event: WholeEvent, openedAt: ReadonlyMap<string, number>): number {
  const at = instantOf(event.at);
  return event.kind === "engage" ? Math.min(at, (openedAt.get(event.id) ?? at) + 15_000) : at;
}

function fits(event: WholeEvent, { kind, page, name }: NaiveStep): boolean {
  const isKind =
    kind === "read"
      ? event.kind === "engage" && (event.visible_ms >= 15_000 || event.scroll_percent >= 75)
      : event.kind === kind;
  const isPage =
    page === undefined ||
    (page.endsWith("*") ? event.page_path.startsWith(page.slice(0, -1)) : event.page_path === page);
  return isKind && isPage && (name === undefined || event.name === name);
}
