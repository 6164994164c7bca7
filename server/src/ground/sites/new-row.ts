import { sql } from "kysely";

/** Of a row that `insert … on conflict do update` returns: whether it was inserted. Postgres marks only an updated one. */
export const isNewRow = sql<boolean>`(xmax = 0)`;
