import type { Hono } from "hono";

interface Seat {
  readonly app: Hono;
  readonly publicUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the server as somebody: with a session, an API key, or nothing. */
export interface TestClient {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly patch: (path: string, body?: unknown) => Promise<Response>;
  readonly delete: (path: string, body?: unknown) => Promise<Response>;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly signIn: (email: string, password: string) => Promise<TestClient>;
  readonly withKey: (token: string) => TestClient;
  readonly inWorkspace: (id: string) => TestClient;
}

export function createClient(seat: Seat): TestClient {
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ Origin: seat.publicUrl, ...seat.headers });
    new Headers(init.headers).forEach((value, name) => headers.set(name, value));
    return seat.app.request(`${seat.publicUrl}${path}`, { ...init, headers });
  };
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
      body instanceof FormData
        ? request(path, { method, body, headers })
        : request(path, {
            method,
            body: JSON.stringify(body ?? {}),
            headers: { "Content-Type": "application/json", ...headers },
          });
  const as = (headers: Readonly<Record<string, string>>) => createClient({ ...seat, headers });
  return {
    request,
    get: (path) => request(path),
    post: send("POST"),
    patch: send("PATCH"),
    delete: send("DELETE"),
    withKey: (token) => as({ Authorization: `Bearer ${token}` }),
    inWorkspace: (id) => as({ ...seat.headers, "Samovar-Workspace": id }),
    async signIn(email, password) {
      const response = await send("POST")("/api/auth/sign-in/email", { email, password });
      if (!response.ok) throw new Error(`Sign-in failed: ${await response.text()}`);
      const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
      return as({ Cookie: cookies.join("; ") });
    },
  };
}
