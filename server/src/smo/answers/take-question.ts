import { hash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { keyOfAddress, parseAddress } from "#src/ground/mail/index.ts";
import { type Database, type Db, wholeHouse } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cleanLine } from "#src/smo/comments/index.ts";
import { gatherQuestion } from "./gather-question.ts";
import type { AnswerLanguage, NewQuestion } from "./schema.ts";

const hourMs = 3_600_000;

/** How much one may ask, and how many answers may be on their way to one mailbox, whoever asked. */
export const questionLimits = { perAddressAnHour: 10, perEmailADay: 5, waitingPerEmail: 3 } as const;

interface Asking {
  readonly site: { readonly id: string; readonly workspaceId: string };
  readonly question: Omit<z.output<typeof NewQuestion>, "lang"> & { readonly language: AnswerLanguage };
  /** Network address of the asker. */
  readonly address: string | undefined;
}

type Deps = Pick<House, "vault" | "now"> & { readonly database: Pick<Database, "transact"> };

export interface Taken {
  readonly token: string;
  readonly willMail: boolean;
}

export const hashToken = (token: string): string => hash("sha256", token);

/**
 * Takes a question that somebody wants answered. His e-mail address is kept until he is answered, unless too much is
 * on its way to it already: then the question counts and the letter does not. Throws `invalid`, `limit_reached`.
 */
export async function takeQuestion(deps: Deps, { site, question, address }: Asking): Promise<Taken> {
  const now = deps.now();
  const text = cleanLine(question.q);
  const email = emailOf(question.email);
  const print = (value: string, what: string) => deps.vault.fingerprint(value, `answers.asking.${what}`);
  const prints = {
    email: email === undefined ? null : print(keyOfAddress(email), "email"),
    address: address === undefined ? null : print(address, "address"),
  };
  const room = await deps.database.transact(wholeHouse, (db) => findRoom(db, prints, now));
  if (!room.forAddress) {
    throw new Problem(
      "limit_reached",
      say`More than ${questionLimits.perAddressAnHour} questions in an hour came from here`,
      {
        hint: say`Wait an hour`,
        retryAfterSeconds: hourMs / 1000,
      },
    );
  }
  const token = randomBytes(18).toString("base64url");
  const willMail = email !== undefined && room.forEmail;
  await deps.database.transact(site.workspaceId, async (db) => {
    const { language, page } = question;
    const asked = { siteId: site.id, text, language, now };
    const questionId = await gatherQuestion(db, asked, "asked");
    await db
      .insertInto("questionAsking")
      .values({
        id: uuidv7(),
        siteId: site.id,
        questionId,
        at: now,
        text,
        language,
        page,
        tokenHash: hashToken(token),
        email: willMail ? email : null,
        emailPrint: willMail ? prints.email : null,
        addressPrint: prints.address,
      })
      .execute();
  });
  return { token, willMail };
}

function emailOf(written: string | undefined): string | undefined {
  if (written === undefined || written === "") return undefined;
  const email = parseAddress(written);
  if (email !== undefined) return email;
  throw new Problem("invalid", say`email: "${written.slice(0, 80)}" is no e-mail address`, {
    hint: say`Use one such as name@example.com, or leave it out`,
    fields: [{ path: "email", message: "is no e-mail address" }],
  });
}

interface Prints {
  readonly email: string | null;
  readonly address: string | null;
}

/** `db` sees the whole house: a mailbox belongs to no workspace. */
async function findRoom(db: Db, prints: Prints, now: Date) {
  const since = (ms: number) => new Date(now.getTime() - ms);
  const byAddress = await db
    .selectFrom("questionAsking")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("addressPrint", "=", prints.address)
    .where("at", ">", since(hourMs))
    .executeTakeFirstOrThrow();
  const byEmail = await db
    .selectFrom("questionAsking")
    .select((row) => [
      row.fn
        .countAll<string>()
        .filterWhere("at", ">", since(24 * hourMs))
        .as("today"),
      row.fn.countAll<string>().filterWhere("mailedAt", "is", null).as("waiting"),
    ])
    .where("emailPrint", "=", prints.email)
    .executeTakeFirstOrThrow();
  return {
    forAddress: Number(byAddress.count) < questionLimits.perAddressAnHour,
    forEmail:
      Number(byEmail.today) < questionLimits.perEmailADay &&
      Number(byEmail.waiting) < questionLimits.waitingPerEmail,
  };
}
