import { feature } from "#src/platform/operation/feature.ts";
import { changeList, createList, deleteList } from "./change-list.ts";
import { countReadings } from "./count-readings.job.ts";
import { getList, listLists } from "./list-lists.ts";
import { hearNewPages, readPages, takePages } from "./read-pages.job.ts";

/** Lists of what is worth reading next, for the owner's pages and letters, and what each list is worth. */
export const lists = feature({
  name: "lists",
  operations: [listLists, getList, createList, changeList, deleteList],
  jobs: [readPages, takePages, countReadings],
  listeners: [hearNewPages],
});

export { listRoutes } from "./routes.ts";
