import { errors, jwtVerify } from "jose";
import { z } from "zod";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { Problem } from "#src/platform/problem.ts";
import { type Said, say } from "#src/platform/say.ts";
import type { NewAuthor } from "./comment-authors.ts";

export const ssoPurpose = (siteId: string) => `comments:sso:${siteId}`;

/** A site vouches for its user for an hour at most: who was sent away there may not come in here for long. */
const maxLifeSeconds = 3600;
const toleranceSeconds = 60;

const httpsUrl = z.url({ protocol: /^https$/ }).max(1000);
const Claims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254).optional(),
  email_verified: z.boolean().default(true),
  picture: httpsUrl.optional(),
  profile: httpsUrl.optional(),
  exp: z.number(),
});

interface Vouched {
  readonly site: VisitedSite;
  /** Sealed; null where the owner has made none. */
  readonly sealedSecret: string | null;
  readonly token: string;
  readonly now: Date;
}

/**
 * The site's own user, for whom the site signs: a JWT by HS256 with the site's secret, `aud` the site's key, `exp` an
 * hour ahead at most, and `sub`, `name`, `email`, `picture`. Throws `unauthenticated` with what is wrong with it.
 */
export async function readOwnUser(
  vault: Vault,
  { site, sealedSecret, token, now }: Vouched,
): Promise<NewAuthor> {
  if (sealedSecret === null) {
    throw refused(
      say`This site does not sign its users in`,
      say`Its owner can make a secret in the settings of comments`,
    );
  }
  const secret = z.string().parse(vault.open(sealedSecret, ssoPurpose(site.id)));
  const claims = Claims.safeParse(await verify(token, { secret, audience: site.key, now }));
  if (!claims.success) {
    const [issue] = claims.error.issues;
    throw refused(
      say`The token's "${String(issue?.path[0] ?? "")}" is missing or not as it should be`,
      claimsHint,
    );
  }
  const { sub, name, email, email_verified: isEmailVerified, picture, profile, exp } = claims.data;
  if (exp > now.getTime() / 1000 + maxLifeSeconds + toleranceSeconds) {
    throw refused(
      say`The token is good for longer than an hour`,
      say`Sign one with an "exp" at most an hour ahead`,
    );
  }
  return {
    siteId: site.id,
    kind: "sso",
    subject: sub,
    name,
    email,
    isEmailVerified,
    avatarUrl: picture,
    url: profile,
  };
}

const claimsHint = say`It needs sub, name, exp and aud; email, picture and profile are taken too, addresses as https`;

async function verify(
  token: string,
  { secret, audience, now }: { readonly secret: string; readonly audience: string; readonly now: Date },
): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience,
      currentDate: now,
      clockTolerance: toleranceSeconds,
      requiredClaims: ["sub", "exp"],
    });
    return payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    const { said, hint } = reasonOf(error);
    throw refused(said, hint);
  }
}

function reasonOf(error: errors.JOSEError): { readonly said: Said; readonly hint: Said } {
  if (error instanceof errors.JWTExpired) {
    return { said: say`The token has expired`, hint: say`Reload the page to get a fresh one` };
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return { said: say`The token's "${error.claim}" is missing or not as it should be`, hint: claimsHint };
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return {
      said: say`The token was not signed with this site's secret`,
      hint: say`Sign it by HS256 with the secret from the settings`,
    };
  }
  return {
    said: say`What was given is no token that this site signs`,
    hint: say`Give a JWT, signed by HS256`,
  };
}

const refused = (said: Said, hint: Said) => new Problem("unauthenticated", said, { hint });
