import type { Db } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import { noteReading } from "./queue/refresh-trust.ts";
import type { Visitor } from "./visitor.ts";

/**
 * Keeps that an author was seen reading, for trust is earned by that too. Who was noted today by this process is not
 * written again: reading a talk costs nobody a statement more than once a day.
 */
export function createReaderNote() {
  const noted = new TtlCache<string>({ maxEntries: 50_000 });
  return async (db: Db, { author, now }: Pick<Visitor, "author" | "now">): Promise<void> => {
    if (!author) return;
    const day = now.toISOString().slice(0, 10);
    if (noted.get(author.id) === day) return;
    await noteReading(db, { authorId: author.id, now });
    noted.set(author.id, day);
  };
}
