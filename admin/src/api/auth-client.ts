import { passkeyClient } from "@better-auth/passkey/client";
import { twoFactorClient } from "better-auth/client/plugins";
import { createAuthClient } from "better-auth/react";

/** Sign-in, passkeys and the second factor. */
export const auth = createAuthClient({
  basePath: "/api/auth",
  plugins: [passkeyClient(), twoFactorClient()],
});

interface AuthAnswer {
  readonly error: {
    readonly code?: string | undefined;
    readonly message?: string | undefined;
    readonly status: number;
  } | null;
}

/** The identity service answers instead of throwing; here a refusal is thrown, as everywhere else. */
export async function orThrow<Answer extends AuthAnswer>(asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking;
  if (answer.error)
    throw new AuthFailure(answer.error.code ?? String(answer.error.status), answer.error.message ?? "");
  return answer;
}

/** A refusal of the identity service, with its stable code. */
export class AuthFailure extends Error {
  override readonly name = "AuthFailure";
  readonly authCode: string;
  constructor(authCode: string, message: string) {
    super(message);
    this.authCode = authCode;
  }
}
