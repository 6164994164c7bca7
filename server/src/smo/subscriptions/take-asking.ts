import type { Context } from "hono";
import { parseAddress } from "#src/ground/mail/index.ts";
import { spendProof } from "#src/smo/moderation/index.ts";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { askForLetters } from "./ask-for-letters.ts";
import { type LetterParts, printOfCaller } from "./letter-parts.ts";
import type { Asking } from "./letters-schema.ts";
import { countAsking, findRoom, printsOf } from "./limits.ts";
import { fitWishes } from "./wishes.ts";

/** Nobody fills a form in faster; a program does. */
const fastestMs = 700;

export interface Asker {
  readonly site: VisitedSite;
  readonly asking: Omit<Asking, "push">;
  readonly source: "element" | "form";
}

/**
 * Takes what a stranger asks with an address. `asked` is said also where nothing is sent: to a robot, to an address
 * that was written to enough, to one that subscribed already. `doubt`: only for a proof of work. Throws `invalid`,
 * `limit_reached`.
 */
export async function takeAsking(
  parts: LetterParts,
  c: Context,
  { site, asking, source }: Asker,
): Promise<"asked" | "doubt"> {
  const email = parseAddress(asking.email ?? "");
  if (email === undefined) throw noAddress(asking.email ?? "");
  if (asking.honeypot !== "") return "asked";
  const { house } = parts;
  const { vault, database } = house;
  const now = house.now();
  const place = { siteId: site.id, workspaceId: site.workspaceId, now };
  const asker = { siteId: site.id, address: parts.addressOf(c), email, now };
  const prints = printsOf(vault, asker);
  const room = await database.transact(wholeHouse, (db) => findRoom(db, prints, asker));
  if (room === "full") throw tooMany();
  if (room === "silent") return "asked";
  const isDoubtful = room === "doubt" || (asking.filledMs ?? fastestMs) < fastestMs;
  return database.transact(site.workspaceId, async (db) => {
    if (isDoubtful && !(await spendProof(db, place, asking.proofOfWork ?? ""))) return "doubt";
    await countAsking(db, prints, place);
    await askForLetters(
      { ...house.inside(db), vault, publicUrl: house.publicUrl, now: house.now },
      {
        site,
        email,
        wishes: await fitWishes(db, site.id, asking),
        source,
        pageUrl: asking.page,
        arrivedBy: asking.visit?.s ?? null,
        isMeasured: asking.visit !== undefined,
        addressPrint: printOfCaller(parts, c),
      },
    );
    return "asked";
  });
}

const noAddress = (text: string) =>
  new Problem("invalid", say`"${text.slice(0, 80)}" is no e-mail address`, {
    hint: say`Use one such as name@example.com`,
    fields: [{ path: "email", message: say`is no e-mail address` }],
  });

const tooMany = () =>
  new Problem("limit_reached", say`Too many letters were asked for from here`, {
    hint: say`Try again in an hour`,
    retryAfterSeconds: 3600,
  });
