export { startPostgres, type Postgres, type StoreLog } from "./start-postgres.ts";
