import { z } from "zod";
import type { FieldFault } from "#src/platform/problem.ts";

const { localeError } = z.locales.ru();

/** The library names types in English ("ожидалось string, получено undefined"): a missing value has words of its own. */
const russian: typeof localeError = (issue) =>
  issue.code === "invalid_type" && issue.input === undefined ? "не указано" : localeError(issue);

/**
 * What a schema refuses in an input. In Russian the library says it again with its own table; a message that the schema
 * itself gives is a template of ours in either language.
 */
export function faultsOf(schema: z.ZodType, input: unknown, { issues }: z.ZodError): FieldFault[] {
  return issues.map(({ path, message }, index) => ({
    path: path.join("."),
    message: {
      in({ language, words }) {
        const own = words[message];
        if (language === "en" || own !== undefined) return own ?? message;
        return schema.safeParse(input, { error: russian }).error?.issues[index]?.message ?? message;
      },
    },
  }));
}
