import { sql } from "kysely";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { clockText } from "../ask-store.ts";
import { noId, type Question } from "../filter.ts";
import { readPeriod } from "../period.ts";
import { catchUp } from "../visits/cut-visits.ts";
import type { Transact } from "../visits/cutting-lease.ts";

/** A question as the store is asked it: whose, when, and what a visit must be like. */
export interface Scope {
  readonly workspaceId: string;
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
  readonly siteId: string | undefined;
  /** Of a row of `visit`; all of them hold. */
  readonly conditions: readonly string[];
  /** Whether rows need `audience`, which is told by the visits of each person. */
  readonly isAudienceAsked: boolean;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Who asks: an operation's context, or a route that stands in for one. */
type Asker = Pick<Context, "events" | "workspace" | "now"> & { readonly transact: Transact };

/** Brings the visits up to date, and lays the question out. Throws `invalid` for a period that is none, `not_found`. */
export async function openScope(ctx: Asker, asked: Question): Promise<Scope> {
  const period = readPeriod(asked, ctx.now());
  const { siteId } = asked;
  if (siteId !== undefined) await ctx.transact(({ db }) => checkSite(db, siteId));
  const publicationIds = await publicationsOf(ctx, asked);
  await catchUp({ events: ctx.events, transact: (work) => ctx.transact(work) });
  const zone = asked.zone ?? ctx.workspace.timeZone;
  const wanted = { ...asked, publicationIds };
  const conditions = narrowings.filter(({ is }) => is(wanted)).map(({ sql: condition }) => condition);
  return {
    ...period,
    workspaceId: ctx.workspace.id,
    zone,
    siteId: asked.siteId,
    conditions,
    isAudienceAsked: asked.audience !== undefined,
    params: {
      ...paramsOf(wanted),
      workspaceId: ctx.workspace.id,
      from: clockText(period.from),
      to: clockText(period.to),
      zone,
    },
  };
}

/** The same question of another time. */
export function scopeAt(scope: Scope, { from, to }: { readonly from: Date; readonly to: Date }): Scope {
  return { ...scope, from, to, params: { ...scope.params, from: clockText(from), to: clockText(to) } };
}

/** The period to compare with: as long as the period itself where its end is left out. */
export function comparedSpan(
  scope: Scope,
  asked: { readonly compareFrom?: Date | undefined; readonly compareTo?: Date | undefined },
): { readonly from: Date; readonly to: Date } | undefined {
  if (!asked.compareFrom) return undefined;
  const lengthMs = scope.to.getTime() - scope.from.getTime();
  const to = asked.compareTo ?? new Date(asked.compareFrom.getTime() + lengthMs);
  if (asked.compareFrom < to) return { from: asked.compareFrom, to };
  throw new Problem(
    "invalid",
    say`compareFrom: ${asked.compareFrom.toISOString()} is not before ${to.toISOString()}`,
    { hint: say`Give a beginning that lies before the end` },
  );
}

interface Wanted extends Question {
  readonly publicationIds: readonly string[] | undefined;
}

interface OneNarrowing {
  readonly is: (wanted: Wanted) => boolean;
  readonly sql: string;
}

const narrowings: readonly OneNarrowing[] = [
  { is: ({ siteId }) => siteId !== undefined, sql: "site_id = {siteId: UUID}" },
  { is: ({ sourceKind }) => sourceKind !== undefined, sql: "source_kind = {sourceKind: String}" },
  { is: ({ source }) => source !== undefined, sql: "source = {source: String}" },
  { is: ({ network }) => network !== undefined, sql: "network = lower({network: String})" },
  { is: ({ campaign }) => campaign !== undefined, sql: "campaign = {campaign: String}" },
  {
    is: ({ publicationIds }) => publicationIds !== undefined,
    sql: "publication_id in {publicationIds: Array(UUID)}",
  },
  { is: ({ linkId }) => linkId !== undefined, sql: "link_id = {linkId: UUID}" },
  { is: ({ page }) => page !== undefined, sql: "has(pages, {page: String})" },
  { is: ({ country }) => country !== undefined, sql: "country = {country: String}" },
  { is: ({ device }) => device !== undefined, sql: "device = {device: String}" },
  { is: ({ audience }) => audience !== undefined, sql: "audience = {audience: String}" },
];

/** The store wants each parameter that a query names; where nothing was asked for, none names it. */
const unasked = {
  siteId: noId,
  sourceKind: "",
  source: "",
  network: "",
  campaign: "",
  publicationIds: [],
  linkId: noId,
  page: "",
  country: "",
  device: "",
  audience: "",
};

function paramsOf(wanted: Wanted): Readonly<Record<string, unknown>> {
  const asked = new Map<string, unknown>(Object.entries(wanted));
  return Object.fromEntries(
    Object.entries(unasked).map(([name, nothing]) => [name, asked.get(name) ?? nothing]),
  );
}

/** A post's publications are the record's to tell; one publication is itself. */
async function publicationsOf(ctx: Asker, { postId, publicationId }: Question) {
  if (postId === undefined) return publicationId === undefined ? undefined : [publicationId];
  const { rows } = await ctx.transact(({ db }) =>
    sql<{ id: string }>`select id from publication where post_id = ${postId}`.execute(db),
  );
  const ids = rows.map(({ id }) => id);
  return publicationId === undefined ? ids : ids.filter((id) => id === publicationId);
}

/**
 * How well a visit's visitor is known, by consent alone: at his first visit a newcomer; regular once he was seen on
 * three or more days of the last thirty; else returning. Of all others it is unknown.
 */
export const audience = `multiIf(consented = 0, 'unknown',
  (site_id, visitor, began) in (
    select site_id, visitor, min(began) from visit_of_person final
    where workspace_id = {workspaceId: UUID} and views > 0 group by site_id, visitor), 'newcomer',
  (site_id, visitor) in (
    select site_id, visitor from visit_of_person final
    where workspace_id = {workspaceId: UUID} and views > 0 and began < {to: DateTime64(3, 'UTC')}
      and began >= {to: DateTime64(3, 'UTC')} - interval 30 day
    group by site_id, visitor having uniqExact(toDate(began, {zone: String})) >= 3), 'regular',
  'returning')`;

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Rows of `visit` within these spans that fit the question, as a subquery; columns by name. */
export function visitsWithin(scope: Scope, spans: readonly Span[], columns = "*"): string {
  const times = spans.map(
    ({ from, to }) =>
      `(began >= toDateTime64('${clockText(from)}', 3, 'UTC') and began < toDateTime64('${clockText(to)}', 3, 'UTC'))`,
  );
  const chosen = scope.isAudienceAsked ? `*, ${audience} as audience` : "*";
  const where = ["workspace_id = {workspaceId: UUID}", `(${times.join(" or ") || "0"})`];
  if (chosen === "*")
    return `(select ${columns} from visit final where ${[...where, ...scope.conditions].join(" and ")})`;
  const kept = scope.conditions.length > 0 ? `where ${scope.conditions.join(" and ")}` : "";
  return `(select ${columns} from (select ${chosen} from visit final where ${where.join(" and ")}) ${kept})`;
}

/** All visits of the period that fit. */
export const visitsOf = (scope: Scope, columns = "*") => visitsWithin(scope, [scope], columns);
