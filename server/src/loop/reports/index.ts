import { feature } from "#src/platform/operation/feature.ts";
import { getLoopReport } from "./get-loop-report.ts";
import { getOverview } from "./get-overview.ts";

/** Where the halves meet: what each publication brought, and the two halves side by side. */
export const reports = feature({ name: "reports", operations: [getOverview, getLoopReport] });
