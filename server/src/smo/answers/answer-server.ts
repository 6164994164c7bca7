import type { z } from "zod";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import type { AnalysedPassage } from "./ranking/analyse.ts";
import { type AnswerLanguage, FoundAnswer, maxQueryLength, type Suggestions } from "./schema.ts";
import { searchSite, type SiteSearch } from "./search-site.ts";
import { suggestFor } from "./suggest.ts";

const maxShown = 10;
/** An editor sees his change soon, and a page that many readers type into asks Postgres once. */
const keptMs = 5000;

export interface AnswerServer {
  readonly search: (site: VisitedSite, query: string, limit?: number) => Promise<SiteSearch>;
  readonly suggest: (site: VisitedSite, query: string) => Promise<z.output<typeof Suggestions>>;
  /** Where the site's FAQ can be read with us. */
  readonly faqUrl: (site: Pick<VisitedSite, "key">) => string;
}

/** Searches for visitors: what was asked just now is answered again without a look. */
export function createAnswerServer(house: Pick<House, "database" | "publicUrl" | "now">): AnswerServer {
  const analysed = new TtlCache<AnalysedPassage>({ maxEntries: 20_000 });
  const recent = new TtlCache<Promise<SiteSearch>>({ maxEntries: 2000, ttlMs: keptMs });
  const suggested = new TtlCache<Promise<z.output<typeof Suggestions>>>({ maxEntries: 2000, ttlMs: keptMs });
  const faqUrl: AnswerServer["faqUrl"] = ({ key }) => `${house.publicUrl}/answers/${key}/page`;
  const inSite = <T>(site: VisitedSite, work: Parameters<typeof house.database.transact<T>>[1]) =>
    house.database.transact(site.workspaceId, work);
  return {
    faqUrl,
    async search(site, query, limit = maxShown) {
      const asked = tidy(query);
      if (asked === "") return { corrected: null, isFound: false, answers: [] };
      const whole = { siteId: site.id, query: asked, limit: maxShown, faqUrl: faqUrl(site) };
      const result = await keep(recent, `${site.id} ${asked}`, () =>
        inSite(site, (db) => searchSite(db, whole, analysed)),
      );
      return { ...result, answers: result.answers.slice(0, limit) };
    },
    suggest(site, query) {
      const asked = tidy(query);
      const about = { siteId: site.id, query: asked, faqUrl: faqUrl(site) };
      return keep(suggested, `${site.id} ${asked}`, () => inSite(site, (db) => suggestFor(db, about)));
    },
  };
}

const tidy = (query: string): string =>
  query.slice(0, maxQueryLength).replace(/\s+/gu, " ").trim().toLowerCase();

function keep<T>(cache: TtlCache<Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const asked = find();
  cache.set(key, asked);
  asked.catch(() => cache.delete(key));
  return asked;
}

/** What visitors get of an answer: without what it weighed. */
export const shown = ({ answers, ...result }: SiteSearch) => ({
  ...result,
  answers: answers.map((answer) => FoundAnswer.parse(answer)),
});

/** The language of a query: as it says, else by its letters, else the page's. */
export function languageOf(
  query: string,
  said: AnswerLanguage | undefined,
  otherwise: AnswerLanguage,
): AnswerLanguage {
  if (said) return said;
  if (/[а-яё]/i.test(query)) return "ru";
  return /[a-z]/i.test(query) ? "en" : otherwise;
}
