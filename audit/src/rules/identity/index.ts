import type { Rule } from "../rule.ts";
import { consistentOgUrl } from "./lp30-consistent-og-url.ts";
import { shareIdInTheQuery } from "./lp31-share-id-in-the-query.ts";
import { postsSayWhatTheyAre } from "./lp32-posts-say-what-they-are.ts";
import { siteAndLanguageNamed } from "./lp33-site-and-language-named.ts";
import { structuredDataInStep } from "./lp34-structured-data-in-step.ts";
import { fediverseCreator } from "./lp35-fediverse-creator.ts";
import { standardSiteRecord } from "./lp36-standard-site-record.ts";
import { oembedAnswers } from "./lp37-oembed-answers.ts";

/** Whether the page says the same of itself everywhere: its address, its kind, its site, its author. */
export const identityRules: readonly Rule[] = [
  consistentOgUrl,
  shareIdInTheQuery,
  postsSayWhatTheyAre,
  siteAndLanguageNamed,
  structuredDataInStep,
  fediverseCreator,
  standardSiteRecord,
  oembedAnswers,
];
