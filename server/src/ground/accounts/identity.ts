import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import type { Database, Db } from "#src/platform/database/database.ts";
import type { Actor } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { createCallCounter } from "./count-calls.ts";

/** How people sign in: e-mail and password, passkey, TOTP. Served below `/api/auth`. */
export type Identity = ReturnType<typeof createIdentity>;

/** Carries the visitor's address as the house sees it; what a client sends under this name is overwritten. */
export const addressHeader = "x-samovar-address";

const minPasswordLength = 10;

interface IdentityOptions {
  readonly database: Database;
  readonly publicUrl: string;
  readonly secret: string;
  readonly log: Logger;
  /** Further origins whose pages may sign in, as for the app's development server. */
  readonly trustedOrigins?: readonly string[];
}

export function createIdentity({ database, publicUrl, secret, log, trustedOrigins = [] }: IdentityOptions) {
  return betterAuth({
    appName: "Samovar",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [publicUrl, ...trustedOrigins],
    database: { db: database.kysely, type: "postgres" },
    telemetry: { enabled: false },
    logger: { log: (level, message, ...details) => log[level]({ details }, message) },
    advanced: {
      cookiePrefix: "samovar",
      database: { generateId: () => uuidv7() },
      useSecureCookies: publicUrl.startsWith("https://"),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // Nobody signs up by themselves: the first visitor sets the house up, everyone else is invited.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength: 256 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: { "/sign-in/*": { window: 60, max: 10 } },
      customStorage: createCallCounter(),
    },
    user: { modelName: "person" },
    session: { modelName: "personSession", fields: { userId: "personId" } },
    account: { modelName: "personCredential", fields: { userId: "personId" } },
    verification: { modelName: "personVerification" },
    plugins: [
      twoFactor({
        issuer: "Samovar",
        schema: { twoFactor: { modelName: "personTwoFactor", fields: { userId: "personId" } } },
      }),
      passkey({
        rpName: "Samovar",
        rpID: new URL(publicUrl).hostname,
        origin: publicUrl,
        schema: {
          passkey: {
            modelName: "personPasskey",
            fields: { userId: "personId", credentialID: "credentialId" },
          },
        },
      }),
    ],
  });
}

/**
 * Makes a person with a password, past the closed sign-up and in the caller's transaction, so that no person is left
 * without the workspace that he was made for. Throws `conflict` when the address is taken.
 */
export async function addPerson(
  db: Db,
  identity: Identity,
  { name, email, password }: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Actor & { readonly kind: "person" }> {
  const context = await identity.$context;
  const hash = await context.password.hash(password);
  const person = { id: uuidv7(), name, email: email.toLowerCase() };
  const added = await db
    .insertInto("person")
    .values(person)
    .onConflict((taken) => taken.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) {
    throw new Problem("conflict", say`${email} has an account here already`, {
      hint: say`Sign in, then open the link again`,
    });
  }
  await db
    .insertInto("personCredential")
    .values({
      id: uuidv7(),
      personId: person.id,
      accountId: person.id,
      providerId: "credential",
      password: hash,
    })
    .execute();
  return { kind: "person", ...person };
}
