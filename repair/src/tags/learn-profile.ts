import type { SiteProfile } from "./page-tags.ts";
import { SiteProfile as ProfileSchema } from "./site-profile.ts";

/** A site in a Samovar server, and the key to ask about it: one with the scope `read` is enough. */
export interface SamovarSite {
  readonly url: string;
  readonly siteId: string;
  readonly apiKey: string;
}

export interface ProfileSource {
  /** Fixed values; they come before what a server says. */
  readonly profile?: SiteProfile | undefined;
  readonly samovar?: SamovarSite | undefined;
  /** Told once when learning fails, and again after it has worked in between. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface KnownProfile {
  /** What is known now. Never waits: what has grown old is asked for again behind the caller's back. */
  readonly current: () => SiteProfile;
  /** Waits for a first answer, or its failure. */
  readonly ready: () => Promise<void>;
}

const freshMs = 5 * 60_000;
const retryMs = 30_000;
const timeoutMs = 10_000;

/** A site's profile, learned from a Samovar server and kept fresh; what was learned last outlives a failure. */
export function learnProfile(source: ProfileSource): KnownProfile {
  const { profile = {}, samovar, onError } = source;
  if (!samovar) return { current: () => profile, ready: () => Promise.resolve() };
  let known = profile;
  let askAgainAt = 0;
  let isFailing = false;
  let underWay: Promise<void> | undefined;

  const learn = async (): Promise<void> => {
    try {
      known = { ...(await askFor(samovar)), ...profile };
      askAgainAt = Date.now() + freshMs;
      isFailing = false;
    } catch (error) {
      askAgainAt = Date.now() + retryMs;
      if (!isFailing) onError?.(error);
      isFailing = true;
    } finally {
      underWay = undefined;
    }
  };
  const refresh = (): Promise<void> => (underWay ??= learn());
  return {
    current() {
      if (Date.now() >= askAgainAt) void refresh();
      return known;
    },
    ready: () => (askAgainAt === 0 ? refresh() : Promise.resolve()),
  };
}

async function askFor({ url, siteId, apiKey }: SamovarSite): Promise<SiteProfile> {
  const address = new URL(`/api/sites/${encodeURIComponent(siteId)}/head-profile`, url);
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${apiKey}`, accept: "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
    redirect: "error", // the key is for this server alone
  });
  if (!response.ok) throw new Error(`${address.href} answers ${response.status}`);
  const answer: { profile?: unknown } = Object(await response.json());
  return ProfileSchema.parse(answer.profile);
}
