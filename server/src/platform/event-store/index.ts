export { connectEvents, createEventDatabase, type EventsAddress } from "./connect-events.ts";
export { migrateEvents, type EventMigration } from "./migrate-events.ts";
export { startEventStore, type EventStore, type EventStoreOptions } from "./start-event-store.ts";
