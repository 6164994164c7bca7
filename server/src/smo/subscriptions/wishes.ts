import type { Db } from "#src/platform/database/database.ts";
import type { Frequency, Language } from "./letters-schema.ts";
import { readSettings, readTopics } from "./read-settings.ts";

/** What a subscriber wants to hear of, how often, in which language. */
export interface Wishes {
  /** Ids of topics; none: everything. */
  readonly topics: readonly string[];
  readonly frequency: Frequency;
  readonly language: Language;
}

interface Wished {
  readonly topics: readonly string[];
  readonly frequency?: Frequency | undefined;
  readonly language: Language;
}

/** What of it the site offers; the rest is left out, for a page may be older than the owner's choice. */
export async function fitWishes(db: Db, siteId: string, wished: Wished): Promise<Wishes> {
  const [settings, topics] = [await readSettings(db, siteId), await readTopics(db, siteId)];
  const known = topics.map(({ id }) => id);
  const chosen = known.filter((id) => wished.topics.includes(id));
  const [first = "weekly"] = settings.frequencies;
  return {
    // All of them is everything, so that a topic that is added later comes too.
    topics: chosen.length === known.length ? [] : chosen,
    frequency: wished.frequency && settings.frequencies.includes(wished.frequency) ? wished.frequency : first,
    language: wished.language,
  };
}
