import { useTranslation } from "react-i18next";
import { AuthFailure } from "#src/api/auth-client.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";

const known = [
  "INVALID_EMAIL_OR_PASSWORD",
  "INVALID_PASSWORD",
  "INVALID_CODE",
  "INVALID_BACKUP_CODE",
  "INVALID_TWO_FACTOR_COOKIE",
  "TOTP_NOT_ENABLED",
  "PASSKEY_NOT_FOUND",
  "AUTH_CANCELLED",
  "REGISTRATION_CANCELLED",
  "ERROR_CEREMONY_ABORTED",
  "PREVIOUSLY_REGISTERED",
  "SESSION_NOT_FRESH",
  "PASSWORD_TOO_SHORT",
  "TOO_MANY_REQUESTS",
  "429",
] as const;

/** A refusal of the identity service, in the person's language. */
export function AuthNote({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation();
  if (!(failure instanceof AuthFailure)) return <ProblemNote failure={failure} />;
  const code = known.find((each) => each === failure.authCode.toUpperCase());
  return (
    <ProblemNote
      failure={{
        code: "unauthenticated",
        title: code ? t(`authProblem.${code}`) : failure.message || t("problem.bug"),
      }}
    />
  );
}
