import { feature } from "#src/platform/operation/feature.ts";
import { changeList, createList, deleteList } from "./change-list.ts";
import { getList, listLists } from "./list-lists.ts";

/** Lists of what is worth reading next, for the owner's pages and letters, and what each list is worth. */
export const lists = feature({
  name: "lists",
  operations: [listLists, getList, createList, changeList, deleteList],
});
