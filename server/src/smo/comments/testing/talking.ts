import type { Hono } from "hono";
import { z } from "zod";
import type { TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";

export const origin = "https://tea.example";
export const page = `${origin}/samovars`;

/** A visitor's browser on a page of the site, with what its element keeps. */
export interface TestVisitor {
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (method: string, path: string, body?: object) => Promise<Response>;
  readonly as: (token: string) => TestVisitor;
  /** Posts a comment by a fresh form. */
  readonly post: (body: object) => Promise<Response>;
}

export async function createTalk(app: TestApp) {
  const site = await read(
    app.owner.post("/api/sites", { name: "Tea", origin }),
    z.object({ id: z.uuid(), siteKey: z.string() }),
  );
  return { site, visitor: createVisitor(app.app, { siteKey: site.siteKey }) };
}

interface Browser {
  readonly siteKey: string;
  readonly token?: string;
  readonly agent?: string;
  readonly origin?: string;
}

export function createVisitor(app: Hono, browser: Browser): TestVisitor {
  const { siteKey, token, agent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" } = browser;
  const ask = async (path: string, init: RequestInit) =>
    app.request(`http://samovar.test/talk/${siteKey}/${path}`, {
      ...init,
      headers: {
        Origin: browser.origin ?? origin,
        "User-Agent": agent,
        "Content-Type": "application/json",
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
    });
  const visitor: TestVisitor = {
    get: (path, query = {}) => ask(`${path}?${new URLSearchParams(query).toString()}`, {}),
    send: (method, path, body = {}) => ask(path, { method, body: JSON.stringify(body) }),
    as: (other) => createVisitor(app, { ...browser, token: other }),
    async post(body) {
      const { form } = await read(visitor.get("form"), z.object({ form: z.string() }));
      return visitor.send("POST", "comments", { url: page, name: "Anna", form, filledMs: 9000, ...body });
    },
  };
  return visitor;
}
