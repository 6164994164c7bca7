import { feature } from "#src/platform/operation/feature.ts";
import { changeWelcomeRule, createWelcomeRule, deleteWelcomeRule, listWelcomeRules } from "./change-rule.ts";
import { forgetGreetings } from "./forget-greetings.job.ts";
import { getWelcomeWorth } from "./get-worth.ts";

/** Greetings for who comes by a link that is followed: by where he came from, once, and measured. */
export const welcome = feature({
  name: "welcome",
  operations: [listWelcomeRules, createWelcomeRule, changeWelcomeRule, deleteWelcomeRule, getWelcomeWorth],
  jobs: [forgetGreetings],
});

export { welcomeRoutes } from "./routes.ts";
