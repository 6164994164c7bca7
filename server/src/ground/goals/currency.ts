import { z } from "zod";

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** ISO 4217, as in EUR. */
export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => known.has(code), {
    error: ({ input }) => `"${String(input)}" is no currency; use three letters of ISO 4217, as in EUR`,
  });
