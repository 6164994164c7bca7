import { type Client, createClient, type OutputOf } from "@samovar/client";
import { sessionFetch } from "@samovar/demo/workspace/owner.ts";
import { expect, onTestFinished, test, vi } from "vitest";
import { startHouse } from "./house.ts";
import { until } from "./until.ts";

test(
  "the demo fills every part of a house by doing, and its readers keep coming",
  { timeout: 400_000 },
  async () => {
    const held = new AsyncDisposableStack();
    onTestFinished(() => held.disposeAsync());
    const house = held.use(await startHouse({}, ["--demo"]));
    onTestFinished(({ task }) => {
      if (task.result?.state === "fail") process.stderr.write(house.said());
    });
    await until("the demo is ready", async () => /▸ Ready/.test(house.said()), { seconds: 240 });
    const client = await signIn(house.url, house.said());

    await vi.waitFor(async () => expectWholeLoop(await report(client)), { timeout: 150_000, interval: 2000 });
    const posts = (await client.ask("listPosts", { limit: 100 })).items.map(({ state }) => state);
    for (const state of ["draft", "scheduled", "published"] as const) expect(posts).toContain(state);
    await until("one post needs a person", async () => {
      const { items } = await client.ask("listAttention", {});
      return items.length === 1;
    });
    const { items: replies } = await client.ask("listReplies", { limit: 100 });
    expect(replies.some(({ answeredAt }) => answeredAt !== null)).toBe(true);

    const before = clicksIn(await report(client));
    await until("another reader has come", async () => clicksIn(await report(client)) > before);
  },
);

type Rows = OutputOf<"getLoopReport">["items"];

const report = async (client: Client): Promise<Rows> => (await client.ask("getLoopReport", {})).items;
const clicksIn = (rows: Rows) => rows.reduce((total, { clicks }) => total + clicks, 0);

/** Something of everything, the network's own counts included: those are asked for by the minute. */
function expectWholeLoop(rows: Rows): void {
  const sum = (of: (row: Rows[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  expect(rows.length).toBeGreaterThanOrEqual(8);
  expect(sum(({ likes }) => likes ?? 0)).toBeGreaterThan(0);
  expect(sum(({ replies }) => replies ?? 0)).toBeGreaterThan(0);
  expect(clicksIn(rows)).toBeGreaterThan(20);
  expect(sum(({ robotClicks }) => robotClicks)).toBeGreaterThan(8);
  expect(sum(({ visits }) => visits)).toBeGreaterThan(20);
  expect(sum(({ reads }) => reads)).toBeGreaterThan(5);
  expect(sum(({ shares }) => shares)).toBeGreaterThan(0);
  expect(sum(({ broughtByGeneration }) => broughtByGeneration[0] ?? 0)).toBeGreaterThan(0);
  expect(sum(({ broughtByGeneration }) => broughtByGeneration[1] ?? 0)).toBeGreaterThan(0);
}

/** By what the demo prints for the person who started it. */
async function signIn(houseUrl: string, said: string): Promise<Client> {
  const [, email = "", password = ""] = /as (\S+) with the password (\S+)/.exec(said) ?? [];
  const fetch = await sessionFetch(houseUrl, { email, password });
  const { workspaces } = await createClient({ baseUrl: houseUrl, fetch }).ask("getMe", {});
  return createClient({ baseUrl: houseUrl, fetch, workspaceId: workspaces[0]?.id });
}
