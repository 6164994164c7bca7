import { feature } from "#src/platform/operation/feature.ts";
import { importComments } from "./import-comments.ts";

/** Comments from other engines, and all of them out again. */
export const commentTransfer = feature({ name: "commentTransfer", operations: [importComments] });

export { commentExportRoutes } from "./export-routes.ts";
