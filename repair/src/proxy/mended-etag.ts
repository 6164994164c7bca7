import { createHash } from "node:crypto";
import type { SiteProfile } from "../tags/page-tags.ts";

/**
 * A mended page is another one than the origin's, and is another again when the profile changes. So its tag carries
 * the profile's mark, is weak, and is given back to the origin without it.
 */
export interface EtagMarks {
  readonly mark: (etag: string) => string;
  /** `If-None-Match` for the origin; undefined where nothing in it may be asked for. */
  readonly unmark: (header: string) => { readonly header: string | undefined; readonly hadMark: boolean };
}

export function etagMarks(profile: SiteProfile): EtagMarks {
  const digest = createHash("sha256").update(JSON.stringify(profile)).digest("hex").slice(0, 8);
  const suffix = `-sv${digest}`;
  return {
    mark: (etag) => `W/${etag.replace(/^W\//, "").replace(/"$/, `${suffix}"`)}`,
    unmark(header) {
      if (!header.includes("-sv")) return { header, hadMark: false };
      const kept = header.split(",").flatMap((each) => {
        const tag = each.trim();
        if (!/-sv[0-9a-f]{8}"$/.test(tag)) return [tag];
        const own = tag.replace(/^W\//, "").replace(`${suffix}"`, '"');
        // Whether the origin's was weak is not known any more; an origin may compare letter by letter.
        return own.includes("-sv") ? [] : [own, `W/${own}`];
      });
      return { header: kept.length > 0 ? kept.join(", ") : undefined, hadMark: true };
    },
  };
}
