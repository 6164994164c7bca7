import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** The time that an answer covers: its end is not included. */
export const Span = z.object({ from: Instant, to: Instant });

/** Of an answer that shows the first rows only. */
export const rest = z.int().describe("How many more values there are than rows");
