import type { Db } from "#src/platform/database/database.ts";

const hourMs = 3_600_000;

/** Letters within an hour. What goes beyond waits; nothing is lost. */
export const mailLimits = { toOneAddress: 20, ofOneWorkspace: 5000 } as const;

/** Whether another letter may go out now. */
export async function hasRoom(
  db: Db,
  { addressKey, now }: { readonly addressKey: string; readonly now: Date },
): Promise<boolean> {
  const sentSince = (limit: number, key?: string) =>
    db
      .selectFrom("mail")
      .select("id")
      .where("state", "=", "sent")
      .where("endedAt", ">", new Date(now.getTime() - hourMs))
      .$if(key !== undefined, (query) => query.where("addressKey", "=", String(key)))
      .orderBy("endedAt", "desc")
      .offset(limit - 1)
      .limit(1)
      .executeTakeFirst();
  if (await sentSince(mailLimits.toOneAddress, addressKey)) return false;
  return (await sentSince(mailLimits.ofOneWorkspace)) === undefined;
}
