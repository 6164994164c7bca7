import { HttpFailure } from "@samovar/http-client";
import { Problem } from "#src/platform/problem.ts";
import { NetworkFailure } from "#src/networks/failure.ts";

/** Any failure of a call on a network as one of the four kinds. What nobody foresaw leaves us unsure. */
export function failureOf(error: unknown): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  if (error instanceof HttpFailure) {
    const details = { rule: `samovar.http.${error.kind}`, cause: error };
    if (error.kind === "refused-address") return new NetworkFailure("rejected", error.message, details);
    return new NetworkFailure(error.kind === "not-sent" ? "wait" : "unsure", error.message, details);
  }
  return new NetworkFailure("unsure", "Samovar failed while it talked to the network; the log says why", {
    rule: "samovar.bug",
    cause: error,
  });
}

/** The failure as callers of an operation see it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const failure = failureOf(error);
  if (failure.rule === "samovar.bug") throw error;
  const code = failure.kind === "rejected" || failure.kind === "reconnect" ? "invalid" : "unavailable";
  const hint = failure.hint ?? hints[failure.kind];
  const said = failure.words ? ` It said: ${failure.words}` : "";
  return new Problem(code, `${failure.message}.${said}`.replace("..", "."), {
    hint,
    cause: error,
    ...(failure.retryAfterMs !== undefined && { retryAfterSeconds: failure.retryAfterMs / 1000 }),
  });
}

const hints = {
  reconnect: "Connect the channel again",
  wait: "Try again in some minutes",
  rejected: "Change what the network did not take, then try again",
  unsure: "Look on the network whether it was done, before you repeat it",
};
