import type { Reason } from "./schema.ts";
import type { UserAgent } from "./user-agent.ts";

export interface AskedHow {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

/**
 * Why a request is no person's, surest sign first. A robot's name in the user agent beats a prefetch: some preview
 * robots say both. HEAD is asked by no browser's address bar, whatever the user agent claims: one network sends
 * several with browsers' names after each post.
 */
export function reasonOf(asked: AskedHow, agent: UserAgent): Reason {
  if (agent.reason !== "human") return agent.reason;
  if (asked.method === "HEAD") return "head";
  return isPrefetch(asked) ? "prefetch" : "human";
}

function isPrefetch(asked: AskedHow): boolean {
  const purpose =
    asked.header("sec-purpose") ??
    asked.header("purpose") ??
    asked.header("x-purpose") ??
    asked.header("x-moz") ??
    "";
  return /prefetch|prerender|preview/i.test(purpose);
}
