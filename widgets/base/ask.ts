import type { Samovar } from "../site-script/site-script.ts";

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

const maxKeptLength = 9000;

export const addressOf = (path: string): string => new URL(path, here).href;

/** Asks Samovar; no cookie goes along. `Answer` is what the route's own schema promises. */
export async function ask<Answer>(path: string, question: Question): Promise<Answer> {
  const response = await fetch(addressOf(path), requestOf(question));
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

function requestOf({ body, method = body ? "POST" : "GET", token, language }: Question): RequestInit {
  const text = body && JSON.stringify(body);
  return {
    method,
    credentials: "omit",
    headers: {
      ...(language && { "accept-language": language }),
      ...(text && { "content-type": "application/json" }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    // What is small goes on when the page is left: the browser keeps 64 KiB alive.
    ...(text && { body: text, keepalive: text.length < maxKeptLength }),
  };
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && "problem" in error;

const patienceMs = 1500;

/** What the server wants to know of the visit; undefined where nobody is to be measured, or the site script is absent. */
export async function visitNow(): Promise<ReturnType<Samovar["visit"]>> {
  const script = document.querySelector("script[data-site]");
  // The scripts of a page come in any order; and a blocker may keep that one away.
  if (script && !siteScript())
    await new Promise((resolve) => {
      for (const name of ["load", "error"]) script.addEventListener(name, resolve);
      setTimeout(resolve, patienceMs);
    });
  return siteScript()?.visit();
}

const siteScript = () => {
  const { samovar } = window;
  return samovar && "visit" in samovar ? samovar : undefined;
};

/** Tells the site script that something happened, also before it has come. */
export function tell(name: string, props: Readonly<Record<string, string | number | boolean | null>>): void {
  (window.samovar ??= []).push(["event", name, props]);
}
