import { feature } from "#src/platform/operation/feature.ts";
import { checkRevenueImport, importRevenue } from "./import-revenue.ts";

/** What visits should lead to, and the money that they bring. */
export const goals = feature({
  name: "goals",
  operations: [checkRevenueImport, importRevenue],
});
