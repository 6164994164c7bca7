import type { Db } from "#src/platform/database/database.ts";
import { CommentSort } from "./schema.ts";

/** Whose words a site takes: everybody's; of those behind whom an address or account stands; of its own users. */
export const whoMayPost = ["anyone", "verified", "own", "nobody"] as const;

/** What the owner has set for his site's talk; the defaults where he has set nothing. */
export async function readCommentSettings(db: Db, siteId: string): Promise<CommentSettingsRow> {
  const row = await db
    .selectFrom("commentSettings")
    .selectAll()
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return row ? { ...row, sort: CommentSort.parse(row.sort) } : defaults;
}

export interface CommentSettingsRow {
  readonly editWindowSeconds: number;
  readonly sort: CommentSort;
  /** One of `whoMayPost`. */
  readonly whoMayPost: string;
  readonly hasRatings: boolean;
  /** `doubtful`: moderation decides; `everything` waits for a moderator. */
  readonly premoderation: string;
  readonly languages: readonly string[];
  readonly maxDepth: number;
  readonly takesForeign: boolean;
  readonly teamName: string | null;
  /** Sealed. */
  readonly ssoSecret: string | null;
  readonly oidcIssuer: string | null;
  readonly oidcClientId: string | null;
  /** Sealed. */
  readonly oidcClientSecret: string | null;
  readonly oidcLabel: string | null;
}

/** As the columns' own defaults. */
const defaults: CommentSettingsRow = {
  editWindowSeconds: 900,
  sort: "best",
  whoMayPost: "anyone",
  hasRatings: false,
  premoderation: "doubtful",
  languages: [],
  maxDepth: 4,
  takesForeign: true,
  teamName: null,
  ssoSecret: null,
  oidcIssuer: null,
  oidcClientId: null,
  oidcClientSecret: null,
  oidcLabel: null,
};
