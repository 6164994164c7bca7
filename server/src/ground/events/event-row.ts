import { EventId } from "./event-id.ts";
import type { EventKind, IncomingEvent, Reason } from "./schema.ts";

/** A row of the event table. What is left out has the column's default. */
export interface EventRow {
  readonly workspace_id: string;
  readonly site_id?: string | undefined;
  readonly kind: EventKind;
  readonly id: string;
  readonly version?: number;
  readonly revision: number;
  readonly at: string;
  readonly received_at: string;
  readonly reason: Reason;
  readonly robot?: string;
  readonly visitor?: string;
  readonly consented?: number;
  readonly trusted?: number;
  readonly s?: string | undefined;
  readonly parent?: string | undefined;
  readonly page_host?: string;
  readonly page_path?: string;
  readonly page_query?: string;
  readonly title?: string | undefined;
  readonly referrer_host?: string;
  readonly referrer?: string;
  readonly utm_source?: string;
  readonly utm_medium?: string;
  readonly utm_campaign?: string;
  readonly utm_content?: string;
  readonly utm_term?: string;
  readonly link_id?: string | undefined;
  readonly publication_id?: string | undefined;
  readonly network?: string;
  readonly visible_ms?: number;
  readonly scroll_percent?: number;
  readonly name?: string;
  readonly value?: number | undefined;
  readonly currency?: string | undefined;
  readonly props?: string | undefined;
  readonly device?: string;
  readonly browser?: string;
  readonly os?: string;
  readonly language?: string;
}

/** What is known of an event from the request that brought it, rather than from its sender's words. */
export type Circumstances = Pick<EventRow, "workspace_id" | "site_id" | "reason"> &
  Partial<
    Pick<EventRow, "robot" | "visitor" | "consented" | "trusted" | "device" | "browser" | "os" | "language">
  >;

/** Lays an event out as a row. */
export function eventRow(event: IncomingEvent, known: Circumstances, receivedAt: Date): EventRow {
  const { kind, id, v, age, title, s, props } = event;
  return {
    ...known,
    kind,
    // A view is engaged once: under its id every report of it meets the others, and the store keeps the longest.
    id: event.kind === "engage" ? event.parent : id,
    version: v,
    revision: revisionOf(event, receivedAt),
    at: clickHouseTime(receivedAt.getTime() - age),
    received_at: clickHouseTime(receivedAt.getTime()).slice(0, 19),
    s,
    title,
    ...placeOf(event.url),
    ...referrerOf(event.referrer),
    ...detailsOf(event),
    props: props && JSON.stringify(props),
  };
}

/** Rows as the log and the store take them: one JSON object a line. */
export function encodeRows(rows: readonly EventRow[]): string {
  return withoutHalfCharacters(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** Half of a surrogate pair, as of an emoji that a page has cut in two. The store would refuse the whole batch for it. */
function withoutHalfCharacters(json: string): string {
  if (!json.includes("\\ud")) return json;
  return json.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\ufffd");
}

const latestSecond = 2 ** 32 - 1;

/** Of two copies of an id the store keeps the one with the greater revision; see `0080-event-by-id.ch.sql`. */
function revisionOf(event: IncomingEvent, receivedAt: Date): number {
  return event.kind === "engage" ? event.visibleMs : latestSecond - Math.floor(receivedAt.getTime() / 1000);
}

function detailsOf(event: IncomingEvent): Partial<EventRow> {
  return {
    ...("parent" in event && event.kind !== "engage" && { parent: event.parent }),
    ...("name" in event && { name: event.name }),
    ...("network" in event && { network: event.network }),
    ...("value" in event && { value: event.value, currency: event.currency }),
    ...("visibleMs" in event && { visible_ms: event.visibleMs, scroll_percent: event.scrollPercent }),
    ...("linkId" in event && { link_id: event.linkId, publication_id: event.publicationId }),
  };
}

const campaignTags = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"] as const;
/** What others hang on to addresses to follow people; with it one page would count as thousands. */
const followers =
  /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|yclid|ysclid|_openstat|msclkid|twclid|ttclid|igshid|li_fat_id|mc_eid|rb_clickid)$/;

/** Some sites have an `s` of their own (a search): only what looks like our id is ours. */
const isArrival = (key: string, value: string) => key === "smv" && EventId.safeParse(value).success;

function placeOf(address: string): Partial<EventRow> {
  const url = new URL(address);
  const place: Record<string, string> = { page_host: url.host, page_path: url.pathname };
  if (url.search === "") return place;
  for (const tag of campaignTags) {
    const value = url.searchParams.get(tag);
    if (value) place[tag] = value.slice(0, 200);
  }
  const kept = new URLSearchParams(
    [...url.searchParams].filter(([key, value]) => !followers.test(key) && !isArrival(key, value)),
  );
  if (kept.size > 0) place["page_query"] = `?${kept.toString()}`;
  return place;
}

/** An app is a referrer too: `android-app://org.telegram.messenger/`. Queries of other people's pages are not kept. */
function referrerOf(referrer: string | undefined): Partial<EventRow> {
  if (!referrer || !URL.canParse(referrer)) return {};
  const url = new URL(referrer);
  return { referrer_host: url.host, referrer: `${url.protocol}//${url.host}${url.pathname}` };
}

function clickHouseTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 23).replace("T", " ");
}
