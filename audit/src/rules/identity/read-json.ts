import type { Visit } from "../../visit/visit.ts";
import { isRecord } from "./structured-items.ts";

/** The JSON object that an address answered with; undefined for everything else. */
export function readJson({ answer }: Visit): Readonly<Record<string, unknown>> | undefined {
  if (answer?.status !== 200) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // A SyntaxError: it is no JSON.
  }
}

/** How an address failed to answer with it, for a sentence: its status or the kind of failure. */
export const outcomeOf = ({ answer, failure }: Visit): string | number =>
  failure?.kind ?? (answer?.status === 200 ? "not-json" : (answer?.status ?? "no-answer"));
