import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@samovar/client";
import { houseName, type Networks } from "./networks/start-networks.ts";
import { Crowd, type Meeting } from "./readers/walk.ts";
import { getArticle, articles } from "./site/articles.ts";
import type { SampleSite } from "./site/serve-site.ts";
import { until } from "./until.ts";
import { connectChannels } from "./workspace/channels.ts";
import { answerOne, meet, type Publication } from "./workspace/conversations.ts";
import { Author, everywhere, leftAsDraft, publishedNow, scheduled } from "./workspace/posts.ts";
import { registerSite } from "./workspace/site.ts";

interface Parts {
  readonly client: Client;
  readonly samovarUrl: string;
  readonly site: SampleSite;
  readonly networks: Networks;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What goes on in the demo for as long as it runs. */
export interface Life {
  readonly crowd: Crowd;
  readonly meetings: readonly Meeting[];
  /** The first readers, who are still on their way. */
  readonly walking: Promise<unknown>;
}

/** One turn of the loop, done by hand: site, channels, posts, readers, talk. Everything through HTTP. */
export async function fillHouse(parts: Parts): Promise<Life> {
  const { client, site, networks, signal, say } = parts;
  const registered = await registerSite(client, site, signal);
  say(`The sample site ${site.origin} is registered, proved, and its pages are known`);
  const channels = await connectChannels(client, networks);
  say("Three channels are connected");

  const author = new Author(client, site);
  const sent = [];
  for (const draft of publishedNow) {
    const post = await author.publish(draft, everywhere(channels));
    sent.push({ id: post.id, language: getArticle(draft.slug).language });
  }
  for (const draft of scheduled) await author.schedule(draft, everywhere(channels));
  await author.write(leftAsDraft, everywhere(channels));
  await losePost(parts, author, channels.kin);
  say(`${sent.length} posts are on their way, ${scheduled.length} are scheduled, one is a draft`);
  say(
    `One will need you: ${networks.kin.url} broke off and forgot us; ${houseName} with "password" may connect again`,
  );

  const streets = { ...parts, siteOrigin: site.origin, siteKey: registered.siteKey };
  const crowd = new Crowd(streets);
  const published = (await Promise.all(sent.map((post) => waitUntilOut(parts, post)))).flat();
  say(`${published.length} publications went out through the real pipeline`);
  await Promise.all(published.map(({ publication, language }) => meet(networks, publication, language)));
  await answerOne(
    client,
    published.map(({ publication }) => publication),
  );
  say("People of the networks liked, reposted, followed and replied; one reply was answered from Samovar");

  const meetings = published.flatMap(({ publication }) => meetingsOf(publication));
  for (const meeting of meetings) await crowd.preview(meeting);
  say("Readers follow the links, read, share; their friends follow them …");
  const walking = Promise.all([
    ...meetings.map((meeting, n) => crowd.follow(meeting, { people: 4 + ((n * 5) % 9), overSeconds: 12 })),
    ...articles.slice(0, 4).map(({ slug }) => crowd.stroll(`/${slug}`, "https://yandex.ru/")),
  ]);
  // Some have read and shared by then; the rest may walk on while the owner looks around.
  await Promise.race([walking, sleep(12_000, undefined, { signal })]);
  return { crowd, meetings, walking };
}

/**
 * The kin of the network takes the post and breaks off before it answers; before Samovar may look whether it arrived,
 * the account's token is taken back. Connected again, the channel can be looked at, and all is well.
 */
async function losePost(
  { networks: { kin }, signal }: Parts,
  author: Author,
  channelId: string,
): Promise<void> {
  kin.inject("POST /api/v1/statuses", { kind: "drop", accepted: true });
  const text = "Кто сегодня пил чай из подстаканника — поднимите ложечку!";
  await author.publish({ slug: "podstakannik", text }, [channelId]);
  await until(async () => kin.statuses(houseName)[0], { seconds: 30, signal });
  kin.expireTokens();
}

interface Sent {
  readonly id: string;
  readonly language: "ru" | "en";
}

async function waitUntilOut({ client, signal }: Parts, { id, language }: Sent) {
  await until(
    async () => {
      const { publications } = await client.ask("getPost", { id });
      return publications.every(({ state }) => state === "published") || undefined;
    },
    { seconds: 60, signal },
  );
  const { publications } = await client.ask("getPost", { id });
  return publications
    .filter(({ state }) => state === "published")
    .map((publication) => ({ publication, language }));
}

function meetingsOf({ trackedUrl, url }: Publication): readonly Meeting[] {
  if (!trackedUrl) return [];
  return [{ trackedUrl, referrer: url ? `${new URL(url).origin}/` : "" }];
}

/** A reader every few seconds for as long as the demo runs, so that live pages move. */
export async function trickle(
  { crowd, meetings, walking }: Life,
  signal: AbortSignal,
  say: Parts["say"],
): Promise<void> {
  const stumble = (error: unknown) => {
    if (!signal.aborted) say(`A reader stumbled: ${String(error)}`);
  };
  walking.catch(stumble);
  while (!signal.aborted) {
    await sleep(3000 + Math.random() * 9000, undefined, { signal });
    const meeting = meetings[Math.floor(Math.random() * meetings.length)];
    if (!meeting) return;
    crowd.visit(meeting.trackedUrl, meeting.referrer, 1).catch(stumble);
  }
}
