import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { askRows, clockText, StoreInstant } from "./ask-store.ts";
import { readVisitId, StoredVisit, visitColumns } from "./questions/visit-row.ts";
import { VisitWithEvents } from "./schema.ts";

export const getVisit = operation({
  id: "getVisit",
  summary: "Show one visit step by step: each page, what was read, and what the visitor did",
  http: "GET /reports/visits/:visitId",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({ visitId: z.uuid() }),
  output: VisitWithEvents,
  async run(ctx, { visitId }) {
    const visit = await findVisit(ctx.events, ctx.workspace.id, visitId);
    if (!visit) {
      throw new Problem("not_found", say`There is no visit ${visitId} here`, {
        hint: say`Visits are kept as long as their site keeps events; see listVisits`,
      });
    }
    return { ...visit, events: await eventsOf(ctx.events, ctx.workspace.id, visit) };
  },
});

async function findVisit(
  events: ClickHouseClient,
  workspaceId: string,
  visitId: string,
): Promise<StoredVisit | undefined> {
  const key = readVisitId(visitId);
  if (!key) return undefined;
  const [row] = await askRows(events, {
    query: `select ${visitColumns} from visit final
      where workspace_id = {workspaceId: UUID} and began = {beganAt: DateTime64(3, 'UTC')}
        and toUInt64(visitor) = {visitorNumber: UInt64} limit 1`,
    params: { workspaceId, beganAt: clockText(key.beganAt), visitorNumber: key.visitor },
    row: StoredVisit,
  });
  return row;
}

const Step = z
  .object({
    id: z.string(),
    kind: z.string(),
    at: StoreInstant,
    page: z.string(),
    title: z.string(),
    name: z.string(),
    network: z.string(),
    visibleMs: z.number(),
    scrollPercent: z.number(),
    value: z.coerce.number(),
    currency: z.string(),
    isTrusted: z.number().transform(Boolean),
  })
  .transform(({ visibleMs, ...step }) => ({ ...step, visibleSeconds: Math.round(visibleMs / 1000) }));

/** A script that went wild must not fill the page. */
const maxSteps = 1000;

async function eventsOf(events: ClickHouseClient, workspaceId: string, visit: StoredVisit) {
  return askRows(events, {
    query: `
      select if(kind = 'engage', concat(event.id, '-read'), event.id) as id, kind, at, page_path as page, title, name,
        network, visible_ms as visibleMs, scroll_percent as scrollPercent, toFloat64(value) as value, currency,
        trusted as isTrusted
      from event final
      where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and reason = 'human'
        and event.visitor = {visitorNumber: UInt64}
        and at >= {from: DateTime64(3, 'UTC')} and at <= {to: DateTime64(3, 'UTC')}
      order by at, kind limit ${maxSteps}`,
    params: {
      workspaceId,
      siteId: visit.siteId,
      visitorNumber: visit.visitor,
      from: clockText(visit.beganAt),
      to: clockText(visit.endedAt),
    },
    row: Step,
  });
}
