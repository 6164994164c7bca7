import { EventId } from "./event-id.ts";
import type { EventKind, IncomingEvent, Reason } from "./schema.ts";
import { type FindLearned, sourceOf, type SourceKind } from "./source-of.ts";

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
  readonly source?: string;
  readonly source_kind?: SourceKind;
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
  readonly order_id?: string | undefined;
  readonly props?: string | undefined;
  readonly device?: string;
  readonly browser?: string;
  readonly os?: string;
  readonly language?: string;
  readonly country?: string;
}

/** What is known of an event from the request that brought it, rather than from its sender's words. */
export type Circumstances = Pick<EventRow, "workspace_id" | "site_id" | "reason"> &
  Partial<
    Pick<
      EventRow,
      "robot" | "visitor" | "consented" | "trusted" | "device" | "browser" | "os" | "language" | "country"
    >
  >;

/** When a request came, and what it tells of where the visit came from. */
export interface Arriving {
  readonly at: Date;
  /** See `inAppOf`. */
  readonly inApp?: string;
  readonly findLearned?: FindLearned | undefined;
}

/** Lays an event out as a row. */
export function eventRow(event: IncomingEvent, known: Circumstances, arriving: Arriving): EventRow {
  const { kind, v, age, title, s, props } = event;
  const receivedMs = arriving.at.getTime();
  const place = placeOf(event.url);
  const referrer = referrerOf(event.referrer);
  return {
    ...known,
    kind,
    id: idOf(event, known),
    version: v,
    revision: revisionOf(event, receivedMs),
    at: clickHouseTime(receivedMs - age),
    received_at: clickHouseTime(receivedMs).slice(0, 19),
    s,
    title,
    ...place,
    ...referrer,
    ...(kind === "view" || kind === "click" ? sourceColumns(event, { ...place, ...referrer }, arriving) : {}),
    ...detailsOf(event),
    props: props && JSON.stringify(props),
  };
}

function sourceColumns(event: IncomingEvent, told: Partial<EventRow>, arriving: Arriving): Partial<EventRow> {
  const { name, kind } = sourceOf(
    {
      referrerHost: told.referrer_host ?? "",
      // A click's page is where the link leads, and whoever clicked came from elsewhere in any case.
      pageHost: event.kind === "click" ? "" : (told.page_host ?? ""),
      utmSource: event.kind === "click" ? "" : (told.utm_source ?? ""),
      isKnown: event.s !== undefined,
      inApp: arriving.inApp ?? "",
    },
    arriving.findLearned,
  );
  return { source: name, source_kind: kind };
}

/**
 * A view is engaged once, and an order is paid once: under one id all reports of it meet, whoever sends them, and the
 * store keeps one. Only a server's word on an order is believed, so a page can't take an order's place.
 */
function idOf(event: IncomingEvent, known: Circumstances): string {
  if (event.kind === "engage") return event.parent;
  if (event.kind !== "goal" || event.orderId === undefined || known.trusted !== 1) return event.id;
  return `${(event.value ?? 0) < 0 ? "refund" : "order"}:${event.orderId}`;
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
function revisionOf(event: IncomingEvent, receivedMs: number): number {
  return event.kind === "engage" ? event.visibleMs : latestSecond - Math.floor(receivedMs / 1000);
}

function detailsOf(event: IncomingEvent): Partial<EventRow> {
  return {
    ...("parent" in event && event.kind !== "engage" && { parent: event.parent }),
    ...("name" in event && { name: event.name }),
    ...("network" in event && { network: event.network }),
    ...("value" in event && { value: event.value, currency: event.currency }),
    ...("orderId" in event && { order_id: event.orderId }),
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

/** An address in which a parser would change nothing: no query, no escapes, no dots as segments. */
const plainAddress = /^https?:\/\/([a-z0-9][a-z0-9.-]*)(\/(?:[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9_~-]+)*\/?)*)$/;

function placeOf(address: string): Partial<EventRow> {
  const plain = plainAddress.exec(address);
  if (plain) return { page_host: plain[1] ?? "", page_path: plain[2] ?? "" };
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
