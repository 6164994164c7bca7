import { feature } from "#src/platform/operation/feature.ts";
import { getAttribution } from "./get-attribution.ts";
import { getBreakdown } from "./get-breakdown.ts";
import { getChannelReport, getLinkReport, getPostReport } from "./get-channel-report.ts";
import { getCohorts } from "./get-cohorts.ts";
import { getDirectArrivals } from "./get-direct-arrivals.ts";
import { getFunnel } from "./get-funnel.ts";
import { getLiveView } from "./get-live-view.ts";
import { getLoopReport } from "./get-loop-report.ts";
import { getOverview } from "./get-overview.ts";
import { getNewcomerPaths } from "./get-newcomer-paths.ts";
import { getRegulars } from "./get-regulars.ts";
import { getReportCards } from "./get-report-cards.ts";
import { getShareTree, getShareTreeDrawing } from "./get-share-tree.ts";
import { getShareTrees } from "./get-share-trees.ts";
import { getTraffic } from "./get-traffic.ts";
import { getInteraction } from "./get-interaction.ts";
import { getVisit } from "./get-visit.ts";
import { listVisits } from "./list-visits.ts";
import { createAnnotation, deleteAnnotation, listAnnotations } from "./kept/annotations.ts";
import { deleteReportView, listReportViews, saveReportView } from "./kept/report-views.ts";
import { keepVisits } from "./visits/keep-visits.job.ts";

/** Where the halves meet: what each publication brought, and the two halves side by side. */
export const reports = feature({
  name: "reports",
  operations: [
    getOverview,
    getLoopReport,
    getReportCards,
    getTraffic,
    getBreakdown,
    getLiveView,
    getDirectArrivals,
    getPostReport,
    getChannelReport,
    getLinkReport,
    getInteraction,
    getAttribution,
    getFunnel,
    getCohorts,
    getRegulars,
    getNewcomerPaths,
    getShareTrees,
    getShareTree,
    getShareTreeDrawing,
    listVisits,
    getVisit,
    listAnnotations,
    createAnnotation,
    deleteAnnotation,
    listReportViews,
    saveReportView,
    deleteReportView,
  ],
  jobs: [keepVisits],
});

export { type LoopFigures, loopFigures, noFigures } from "./loop-figures.ts";
export { visitExportRoutes } from "./export/routes.ts";
