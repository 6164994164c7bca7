import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { askRows, clockText } from "./ask-store.ts";
import { Question } from "./filter.ts";
import { openScope, visitsOf } from "./questions/scope.ts";
import { readVisitId, StoredVisit, visitColumns } from "./questions/visit-row.ts";
import { VisitRow } from "./schema.ts";

export const listVisits = operation({
  id: "listVisits",
  summary:
    "List the visits behind a number, newest first: give the same narrowing as the report it stands in",
  http: "GET /reports/visits",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: PageRequest.extend(Question.shape),
  output: pageOf(VisitRow),
  async run(ctx, { limit, after, ...asked }) {
    const scope = await openScope(ctx, asked);
    const last = after === undefined ? undefined : readVisitId(after);
    const rows = await askRows(ctx.events, {
      query: `
        select ${visitColumns} from ${visitsOf(scope)}
        where views > 0 ${last ? "and (began, toUInt64(visitor)) < ({lastAt: DateTime64(3, 'UTC')}, {lastVisitor: UInt64})" : ""}
        order by began desc, toUInt64(visitor) desc limit {limit: UInt32}`,
      params: {
        ...scope.params,
        limit: limit + 1,
        ...(last && { lastAt: clockText(last.beganAt), lastVisitor: last.visitor }),
      },
      row: StoredVisit,
    });
    return cutPage(rows, limit);
  },
});
