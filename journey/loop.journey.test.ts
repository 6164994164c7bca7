import { expect, test, vi } from "vitest";
import {
  addSite,
  clientOf,
  compose,
  connectBluesky,
  connectMastodon,
  goTo,
  publish,
  setUpHouse,
} from "./owner.ts";
import { openReader, readToTheEnd, shareByCopy } from "./reader.ts";
import { until } from "./until.ts";
import { wordsIn } from "./words.ts";
import { postsOnBluesky, startWorld, type World } from "./world.ts";

const say = wordsIn("en");
const alt = "A copper samovar on a veranda";

test(
  "one turn of the loop: from the composer to the networks, a reader, a share, a second reader, a reply, and the report",
  { timeout: 500_000 },
  async () => {
    const world = await startWorld();
    const { house, site, twin, bluesky, chromium } = world;
    const page = await (await chromium.open()).newPage();
    await setUpHouse(page, house.url);
    await addSite(page, site);
    await connectBluesky(page, bluesky);
    await connectMastodon(page, twin);

    await compose(page, {
      text: "Самовар на шишках, без дыма в глаза. #чай",
      link: site.addressOf("samovar-na-shishkah"),
      picture: { file: await site.picture("samovar-na-shishkah"), alt },
    });
    const postId = await publish(page);
    const client = await clientOf(page, house.url);
    const publications = await until("both publications are out", async () => {
      const post = await client.ask("getPost", { id: postId });
      return post.publications.every(({ state }) => state === "published") && post.publications;
    });
    expect(publications).toHaveLength(2);
    await seeOnNetworks(world);

    const onBluesky = publications.find(({ network }) => network.id === "bluesky");
    const trackedUrl = onBluesky?.trackedUrl ?? "";
    const { page: first } = await openReader(chromium, "first");
    await first.goto(trackedUrl);
    expect(first.url()).toMatch(
      new RegExp(`^${site.addressOf("samovar-na-shishkah")}\\?smv=[0-9A-Za-z]{20}$`),
    );
    await readToTheEnd(first);
    const shared = await shareByCopy(first);
    expect(shared).toMatch(/\?smv=[0-9A-Za-z]{20}$/);
    expect(new URL(shared).searchParams.get("smv")).not.toBe(new URL(first.url()).searchParams.get("smv"));
    await first.close();
    const { page: second } = await openReader(chromium, "second");
    await second.goto(shared);
    await readToTheEnd(second);
    await second.close();

    const status = twin.statuses("demo")[0];
    await talk(world, status?.id ?? "");
    await answerFromSamovar(page, postId);
    await until("the answer is on the network", async () =>
      twin.statuses("demo").find(({ inReplyToId, text }) => inReplyToId && text.includes("Шесть")),
    );

    // The networks' own counts are asked for about a minute after the post went out.
    const whole = {
      clicks: 1,
      visits: 1,
      reads: 1,
      shares: 1,
      broughtByGeneration: [1],
      likes: 1,
      reposts: 1,
    };
    await vi.waitFor(
      async () => {
        const { items } = await client.ask("getLoopReport", {});
        expect(items.find(({ id }) => id === onBluesky?.id)).toMatchObject(whole);
      },
      { timeout: 240_000, interval: 1000 },
    );
    await goTo(page, "/report");
    await page.getByText("Самовар на шишках").first().waitFor();
  },
);

/** One post on each network, with its picture, what it shows, and a link of its own. */
async function seeOnNetworks(world: World): Promise<void> {
  const { twin, site, bluesky } = world;
  const there = await postsOnBluesky(world);
  expect(there).toHaveLength(1);
  // The network's index is a moment behind its servers.
  await vi.waitFor(
    async () => {
      const { data } = await bluesky.friend.getPosts({ uris: there.map(({ uri }) => uri) });
      expect(data.posts[0]?.embed).toMatchObject({ images: [{ alt }] });
    },
    { timeout: 30_000, interval: 500 },
  );
  const [status, ...more] = twin.statuses("demo");
  expect(more).toHaveLength(0);
  expect(status?.text).toContain("/l/");
  expect(status?.mediaIds).toHaveLength(1);
  expect(twin.unknown).toEqual([]);
  expect(there[0]?.text).not.toContain(site.origin);
}

/** People on both networks like, pass on and answer. */
async function talk(world: World, statusId: string): Promise<void> {
  const [post] = await postsOnBluesky(world);
  if (!post) throw new Error("The post is gone");
  const { friend } = world.bluesky;
  await friend.like(post.uri, post.cid);
  await friend.repost(post.uri, post.cid);
  await friend.post({ text: "Lovely! Which cones?", reply: { root: post, parent: post } });
  world.twin.favourite("friend", statusId);
  world.twin.reply("friend", statusId, "@demo Сколько нужно шишек?");
}

/** Has the replies fetched, sees the question under the post, and answers it there. */
async function answerFromSamovar(page: Parameters<typeof goTo>[0], postId: string): Promise<void> {
  await goTo(page, `/posts/${postId}`);
  const section = page.getByRole("region", { name: /@demo@/ });
  await section.getByRole("button", { name: say("conversations.read") }).click();
  const reply = section.getByRole("listitem").filter({ hasText: "Сколько нужно шишек?" });
  await reply.getByRole("button", { name: say("conversations.answer"), exact: true }).click();
  await reply
    .getByRole("textbox", { name: say("conversations.answerTo", { name: "A friend" }) })
    .fill("Шесть, сухих.");
  await reply.getByRole("button", { name: say("conversations.send") }).click();
}
