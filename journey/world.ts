/** A house and what stands around it: an owner's site, two networks, browsers. */
import { randomInt } from "node:crypto";
import { addPerson } from "@samovar/demo/networks/bluesky.ts";
import { type SampleSite, serveSite } from "@samovar/demo/site/serve-site.ts";
import { startMastodonTwin, type Twin } from "@samovar/server/networks/mastodon/twin.ts";
import { inject, onTestFinished } from "vitest";
import { type Chromium, startChromium } from "./browser.ts";
import { type House, startHouse } from "./house.ts";

type Person = Awaited<ReturnType<typeof addPerson>>;

export interface World {
  readonly house: House;
  readonly site: SampleSite;
  readonly twin: Twin;
  readonly chromium: Chromium;
  readonly bluesky: {
    readonly server: string;
    readonly handle: string;
    readonly appPassword: string;
    readonly account: Person;
    /** Somebody else on the network. */
    readonly friend: Person;
  };
}

/** Everything is stopped when the test is over; what the house said is shown when it failed. */
export async function startWorld({ honoursIdempotencyKey = true } = {}): Promise<World> {
  const held = new AsyncDisposableStack();
  // The last hook runs first: pages are pictured and closed before their browser is.
  onTestFinished(() => held.disposeAsync());
  const chromium = held.use(await startChromium());
  const [house, site, twin, bluesky] = await Promise.all([
    startHouse().then((running) => held.use(running)),
    serveSite().then((running) => held.use(running)),
    startMastodonTwin({ honoursIdempotencyKey }).then((running) => held.use(running)),
    makeAccounts(inject("blueskyUrl")),
  ]);
  onTestFinished(({ task }) => {
    if (task.result?.state === "fail") process.stderr.write(`What the house said:\n${house.said()}\n`);
  });
  twin.addUser("friend", { displayName: "A friend" });
  return { house, site, twin, chromium, bluesky };
}

/** Journeys share one network: each has accounts of its own there. */
async function makeAccounts(server: string): Promise<World["bluesky"]> {
  const number = randomInt(1e6, 1e7);
  const handle = `tea${number}.test`;
  const [account, friend] = await Promise.all([
    addPerson(server, handle, "Tea house"),
    addPerson(server, `friend${number}.test`, "A friend"),
  ]);
  const { data } = await account.com.atproto.server.createAppPassword({ name: "Samovar" });
  return { server, handle, appPassword: data.password, account, friend };
}

/** The posts of the account there, newest first, answers left out. */
export async function postsOnBluesky({
  bluesky,
}: World): Promise<readonly { uri: string; cid: string; text: string }[]> {
  const repo = bluesky.account.assertDid;
  const { data } = await bluesky.account.com.atproto.repo.listRecords({
    repo,
    collection: "app.bsky.feed.post",
  });
  return data.records
    .map(({ uri, cid, value }) => ({ uri, cid, ...readPost(value) }))
    .filter(({ isReply }) => !isReply);
}

function readPost(value: object): { text: string; isReply: boolean } {
  const text = "text" in value && typeof value.text === "string" ? value.text : "";
  return { text, isReply: "reply" in value };
}
