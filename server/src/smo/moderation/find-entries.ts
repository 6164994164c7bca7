import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Entry } from "./inquiry.ts";
import { EntryEffect, EntryKind } from "./schema.ts";
import type { Reading } from "./scorer/index.ts";
import { networkOf } from "./secret.ts";
import type { Submission } from "./submission.ts";

interface Sought {
  readonly submission: Submission;
  readonly reading: Reading;
  readonly addressHash: string | undefined;
}

const StoredEntry = z.object({ kind: EntryKind, effect: EntryEffect, pattern: z.string() });

/** The entries that speak of this author, address or host, and all words: those are looked for in the text. */
export async function findEntries(db: Db, sought: Sought): Promise<readonly Entry[]> {
  const named = namesOf(sought);
  const rows = await db
    .selectFrom("moderationEntry")
    .select(["kind", "effect", "pattern"])
    .where("siteId", "=", sought.submission.siteId)
    .where((entry) =>
      entry.or([
        entry("kind", "=", "word"),
        ...EntryKind.options
          .filter((kind) => kind !== "word" && named[kind].length > 0)
          .map((kind) => entry.and([entry("kind", "=", kind), entry("pattern", "in", named[kind])])),
      ]),
    )
    .execute();
  return rows.map((row) => StoredEntry.parse(row));
}

function namesOf({
  submission,
  reading,
  addressHash,
}: Sought): Readonly<Record<EntryKind, readonly string[]>> {
  const own = submission.url === undefined ? [] : [URL.parse(submission.url)?.hostname ?? ""];
  return {
    word: [],
    host: [...reading.hosts, ...own].slice(0, 100).flatMap(withParents),
    email: emailsOf(submission.email),
    address: [...addressesOf(submission.address), ...(addressHash === undefined ? [] : [addressHash])],
    author: submission.author.id === undefined ? [] : [submission.author.id],
  };
}

/** `a.b.example` is also met by an entry for `b.example`. */
function withParents(host: string): string[] {
  const parts = host.toLowerCase().split(".");
  return parts.slice(0, -1).map((_, at) => parts.slice(at).join("."));
}

/** The address, and its domain as `@example.org`. */
function emailsOf(email: string | undefined): string[] {
  if (email === undefined) return [];
  const small = email.toLowerCase();
  return [small, small.slice(Math.max(0, small.lastIndexOf("@")))];
}

/** The address, and the networks that an owner may name: `203.0.113.*`, `203.0.*`, `2001:db8:1:2::/64`. */
function addressesOf(address: string | undefined): string[] {
  if (address === undefined) return [];
  const plain = networkOf(address);
  const parts = plain.split(".");
  return parts.length === 4
    ? [plain, `${parts.slice(0, 3).join(".")}.*`, `${parts.slice(0, 2).join(".")}.*`]
    : [plain, address.toLowerCase()];
}
