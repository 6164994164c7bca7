import { feature } from "#src/platform/operation/feature.ts";
import { deleteOldEvents } from "./delete-old-events.job.ts";
import { changeEventRetention, getEventRetention } from "./event-retention.ts";
import { eraseVisitor, exportVisitor } from "./visitor-data.ts";
import { destroyVisitorSalts } from "./destroy-visitor-salts.job.ts";

export const events = feature({
  name: "events",
  operations: [exportVisitor, eraseVisitor, getEventRetention, changeEventRetention],
  jobs: [destroyVisitorSalts, deleteOldEvents],
});

export { type ClientAddress, createClientAddress } from "./client-address.ts";
export { type Answer, type Asked, type Door, doorRoute } from "./door.ts";
export { EventId, mintEventId } from "./event-id.ts";
export { type EventLog, insertEvents, openEventLog } from "./event-log.ts";
export { type Circumstances, encodeRows, type EventRow, eventRow } from "./event-row.ts";
export type { EventLogger, InsertRows } from "./flush.ts";
export { createIngest, type EventSite, type IngestDeps, languageOf } from "./ingest.ts";
export {
  type FindLearned,
  findKnownSource,
  type Source,
  type SourceKind,
  sourceKinds,
  sourceOf,
} from "./source-of.ts";
export { reasonOf } from "./reason.ts";
export { Batch, type EventKind, eventSchemas, type IncomingEvent, type Reason, reasons } from "./schema.ts";
export { visitorErased } from "./signals.ts";
export { createUserAgentReader } from "./user-agent.ts";
export { hashKnownVisitor, postgresSaltStore, type SaltStore, VisitorHasher } from "./visitor.ts";
export { createVisitorEvents, VisitNow, type VisitorEvents } from "./visitor-events.ts";
