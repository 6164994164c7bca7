export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** What went wrong, as the server says it (RFC 9457), or as the network between us failed. */
export interface ProblemText {
  readonly code: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly fields: readonly FieldFault[];
}

/** Reads a failure of any kind; what the server did not say stays empty for the page to put into words. */
export function problemOf(failure: unknown): ProblemText {
  const code = textOf(failure, "code");
  const hint = textOf(failure, "hint");
  const title = textOf(failure, "title") ?? textOf(failure, "message") ?? "";
  if (code === undefined)
    return { code: failure instanceof TypeError ? "offline" : "bug", title, hint, fields: [] };
  return { code, title, hint, fields: fieldsOf(failure) };
}

export const isProblem = (failure: unknown, code: string): boolean => problemOf(failure).code === code;

/** Faults by the name of the form's field, as Mantine's forms take them. */
export function faultsByField(failure: unknown): Record<string, string> {
  return Object.fromEntries(problemOf(failure).fields.map(({ path, message }) => [path, message]));
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" && found !== "" ? found : undefined;
}

function fieldsOf(failure: unknown): FieldFault[] {
  if (typeof failure !== "object" || failure === null) return [];
  const fields: unknown = Reflect.get(failure, "fields");
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    const path = textOf(field, "path");
    const message = textOf(field, "message");
    return path !== undefined && message !== undefined ? [{ path, message }] : [];
  });
}
