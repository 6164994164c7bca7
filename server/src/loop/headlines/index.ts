import { feature } from "#src/platform/operation/feature.ts";
import { adviseTitles } from "./advise-titles.ts";
import { createHeadlineTest } from "./create-headline-test.ts";
import { endHeadlineTest } from "./end-headline-test.ts";
import { getHeadlineTest } from "./get-headline-test.ts";
import { listHeadlineTests } from "./list-headline-tests.ts";
import { readTitleModel, type TitleModel } from "./score/title-model.ts";
import { weighTitles } from "./weigh-titles.job.ts";

/** Which title brings readers: advice before a test, tests of pages' and posts' titles, and what can be said of them. */
export function headlines() {
  let model: Promise<TitleModel> | undefined;
  return feature({
    name: "headlines",
    operations: [
      adviseTitles(() => (model ??= readTitleModel())),
      createHeadlineTest,
      listHeadlineTests,
      getHeadlineTest,
      endHeadlineTest,
    ],
    jobs: [weighTitles],
  });
}

export { type AssignedTitle, type AssignTitles, createTitleAssigner } from "./assign-titles.ts";
