import type { Db } from "#src/platform/database/database.ts";
import type { Lesson } from "./submission.ts";

/** Teaches the site's scorers what a moderator has decided. */
export async function learnFrom(_db: Db, _lesson: Lesson): Promise<void> {}
