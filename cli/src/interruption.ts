import type { Terminal } from "./program.ts";

/** Aborted when somebody wants the command to end: Ctrl-C, a stopped service, or a test. */
export function interruptionOf({ interruption }: Terminal): AbortSignal {
  if (interruption) return interruption;
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  return stop.signal;
}
