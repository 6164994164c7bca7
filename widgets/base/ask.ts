/** Samovar's own origin: where this very file came from. */
const here = import.meta.url;

export interface Question {
  readonly method?: string;
  readonly body?: object;
  readonly token?: string | undefined;
  readonly language?: string;
}

/** The server said no: the message is its reason in the reader's language. */
export interface Refusal extends Error {
  readonly status: number;
  /** The problem's document. */
  readonly problem: Readonly<Record<string, unknown>>;
}

export const addressOf = (path: string): string => new URL(path, here).href;

/** Asks Samovar; no cookie goes along. `Answer` is what the route's own schema promises. */
export async function ask<Answer>(
  path: string,
  { body, method = body ? "POST" : "GET", token, language }: Question,
): Promise<Answer> {
  const response = await fetch(addressOf(path), {
    method,
    credentials: "omit",
    headers: {
      ...(language && { "accept-language": language }),
      ...(body && { "content-type": "application/json" }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text && JSON.parse(text);
  // Both ends come from one origin and one release, so the routes' schemas are believed rather than checked again.
  if (response.ok) return answer as Answer;
  const { title, hint } = Object(answer);
  throw Object.assign(new Error(hint ? `${title}. ${hint}` : title), {
    status: response.status,
    problem: answer,
  });
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && "problem" in error;

/** What the server wants to know of the visit; undefined where nobody is to be measured, or the site script is absent. */
export function visitNow(): object | undefined {
  const { samovar } = window;
  return samovar && "visit" in samovar ? samovar.visit() : undefined;
}

/** Tells the site script that something happened, also before it has come. */
export function tell(name: string, props: Readonly<Record<string, string | number | boolean | null>>): void {
  (window.samovar ??= []).push(["event", name, props]);
}
