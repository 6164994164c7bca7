import { z } from "zod";
import type { TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import type { TestMailServer } from "#src/testing/serve-mail.ts";

export const from = "Tea house <letters@tea.example>";
export const origin = "https://tea.example";
export const page = "https://tea.example/black";
export const minuteMs = 60_000;

export const Subscriber = z.object({
  id: z.uuid(),
  address: z.string(),
  state: z.string(),
  frequency: z.string(),
  topicIds: z.array(z.string()),
  arrivedNetwork: z.string().nullable(),
  arrivedShare: z.string().nullable(),
});
const Listed = z.object({ items: z.array(Subscriber) });

export async function openSite({ owner }: TestApp) {
  return read(
    owner.post("/api/sites", { name: "Tea & co", origin }),
    z.object({ id: z.uuid(), siteKey: z.string() }),
  );
}

/** As the element asks from the owner's page. */
export const ask = (app: TestApp, siteKey: string, body: object) =>
  app.app.request(`http://samovar.test/letters/${siteKey}/subscriptions`, {
    method: "POST",
    headers: {
      Origin: origin,
      "Content-Type": "application/json",
      "User-Agent": "Mozilla/5.0 Firefox/140.0",
    },
    body: JSON.stringify({ page, filledMs: 5000, ...body }),
  });

/** What somebody does with a link of a letter: no origin, no cookie. */
export const open = (app: TestApp, url: string, init: RequestInit = {}) => app.app.request(url, init);

export const linkIn = (server: TestMailServer, to: string, kind: string): string => {
  const found = new RegExp(`http://samovar\\.test/letter/${kind}/\\S+`).exec(
    server.lastTo(to).mail.text ?? "",
  );
  if (!found) throw new Error(`There is no link to ${kind} in the letter to ${to}`);
  return found[0];
};

export const list = async (app: TestApp, siteId: string, query = "") =>
  (await read(app.owner.get(`/api/sites/${siteId}/subscribers${query}`), Listed)).items;
