import { feature } from "#src/platform/operation/feature.ts";
import { changeSite, createSite, deleteSite } from "./create-site.ts";
import { getSite, listSites } from "./get-site.ts";
import { learnPages } from "./learn-pages.job.ts";
import { listPages } from "./list-pages.ts";
import { proveSite } from "./prove-site.ts";
import { readSitemapJob } from "./read-sitemap.job.ts";
import { getSitemapReading, readSitemap } from "./read-sitemap.ts";

/** The owner's web sites, the proof that they are his, and their pages. */
export const sites = feature({
  name: "sites",
  operations: [
    createSite,
    listSites,
    getSite,
    changeSite,
    deleteSite,
    proveSite,
    listPages,
    readSitemap,
    getSitemapReading,
  ],
  jobs: [learnPages, readSitemapJob],
});

export { readLivePage } from "./read-live-page.ts";
export { checkSite, readSite } from "./get-site.ts";
export { pagesLearned } from "./signals.ts";
export { createSiteFinder, originsOf } from "./site-finder.ts";
export { type VisitedSite, type VisitorsDoor, visitorsDoor } from "./visitors-door.ts";
