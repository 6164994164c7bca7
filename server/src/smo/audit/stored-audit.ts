import type { PageAudit } from "@samovar/audit";
import { z } from "zod";

/** What every stored audit has, whichever version wrote it. */
const Outline = z.looseObject({
  url: z.string(),
  auditedAt: z.string(),
  visit: z.looseObject({ finalUrl: z.string() }),
  findings: z.array(z.looseObject({ ruleId: z.string(), key: z.string() })),
  cards: z.array(z.looseObject({ network: z.string() })),
  images: z.array(z.looseObject({ url: z.string() })),
  score: z.looseObject({ networks: z.looseObject({}) }),
});

/**
 * An audit as it was written down. A `PageAudit` is plain data, and nobody but `keepAudit` writes the column: its
 * outline is looked at, the rest is taken at its word. JSON leaves undefined fields out, which read the same.
 */
export function readStoredAudit(value: unknown): PageAudit {
  return Outline.parse(value) as unknown as PageAudit;
}
