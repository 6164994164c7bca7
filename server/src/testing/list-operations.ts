import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { createIdentity } from "#src/ground/accounts/index.ts";
import { openDatabase } from "#src/platform/database/database.ts";
import { createPostOffice } from "#src/ground/mail/index.ts";
import type { AnyOperation } from "#src/platform/operation/operation.ts";
import { features } from "#src/features.ts";

/** The house's operations, without a house: nothing is connected until something is asked. */
export async function listOperations(): Promise<readonly AnyOperation[]> {
  const log = pino({ level: "silent" });
  await using database = openDatabase("postgres://nobody@127.0.0.1:1/none");
  const identity = createIdentity({
    database,
    publicUrl: "http://localhost:3000",
    secret: randomBytes(32).toString("hex"),
    log,
  });
  const office = createPostOffice({ mail: undefined, allowPrivateAddresses: false, now: () => new Date() });
  return features(identity, office).flatMap((feature) => feature.operations);
}
