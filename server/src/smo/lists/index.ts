import { feature } from "#src/platform/operation/feature.ts";
import { changeList, createList, deleteList } from "./change-list.ts";
import { countReadings } from "./count-readings.job.ts";
import { forgetReadings } from "./forget-readings.job.ts";
import { getListWorth } from "./get-list-worth.ts";
import { getList, listLists } from "./list-lists.ts";
import { listMaterials } from "./list-materials.ts";
import { previewList } from "./preview-list.ts";
import { hearNewPages, readPages, takePages } from "./read-pages.job.ts";

/** Lists of what is worth reading next, for the owner's pages and letters, and what each list is worth. */
export const lists = feature({
  name: "lists",
  operations: [
    listLists,
    getList,
    createList,
    changeList,
    deleteList,
    previewList,
    getListWorth,
    listMaterials,
  ],
  jobs: [readPages, takePages, countReadings, forgetReadings],
  listeners: [hearNewPages],
});

export { measuredSpan, measureWorth } from "./measure-worth.ts";
export { isHeldOut } from "./hold-out.ts";
export { pathOf } from "./page-path.ts";
export { pickMaterials } from "./pick-materials.ts";
export { listRoutes, type Retitle } from "./routes.ts";
export { createListServer, type ListServer } from "./serve-list.ts";
export { ListWorth } from "./worth-schema.ts";
