import { randomInt } from "node:crypto";
import { type Client, createClient } from "@samovar/client";

/** Who owns the demo's house, and how to get in. */
export interface Owner {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly client: Client;
}

/** Makes the house's first person, as the first visitor would, and signs in as that person. */
export async function setUpOwner(samovarUrl: string): Promise<Owner> {
  const name = "Дарья Чайкина";
  const email = "demo@samovar.example";
  const password = `samovar-${randomInt(100_000, 999_999)}`;
  const anonymous = createClient({ baseUrl: samovarUrl });
  const { id } = await anonymous.ask("setUp", {
    name,
    email,
    password,
    workspaceName: "Чайный двор",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const fetch = await sessionFetch(samovarUrl, { email, password });
  const client = createClient({ baseUrl: samovarUrl, workspaceId: id, fetch });
  return { name, email, password, client };
}

/** Signs in; answers a `fetch` that asks as that person's browser does: with the cookie, from the app's own origin. */
export async function sessionFetch(
  samovarUrl: string,
  credentials: { readonly email: string; readonly password: string },
): Promise<typeof fetch> {
  const answer = await fetch(`${samovarUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: samovarUrl },
    body: JSON.stringify(credentials),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("cookie", cookies.join("; "));
    headers.set("origin", samovarUrl);
    return fetch(url, { ...init, headers });
  };
}
