import { feature } from "#src/platform/operation/feature.ts";
import { connectSiteEngine, disconnectSiteEngine, getSiteEngine, listEngines } from "./connect-engine.ts";
import { getPageTags } from "./get-page-tags.ts";
import { changeHeadProfile, getHeadProfile } from "./head-profile.ts";
import { listTagPushes, pushPageTags, undoTagPush } from "./push-page-tags.ts";

/** What mends a site's pages: tags to paste, what holds for all pages, and pushes into what the site is written with. */
export const repair = feature({
  name: "repair",
  operations: [
    getPageTags,
    getHeadProfile,
    changeHeadProfile,
    listEngines,
    connectSiteEngine,
    getSiteEngine,
    disconnectSiteEngine,
    pushPageTags,
    listTagPushes,
    undoTagPush,
  ],
});

export { choosePageTitle } from "./page-title.ts";
