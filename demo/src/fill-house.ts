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
import { prepareForNetworks } from "./workspace/readiness.ts";
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
  await prepareForNetworks(client, site, registered);
  say("Its audit is under way, and its one page without a picture has a card image");
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

  const crowd = new Crowd({ ...parts, siteOrigin: site.origin, siteKey: registered.siteKey });
  const strolls = articles.slice(0, 4).map(({ slug }) => crowd.stroll(`/${slug}`, "https://yandex.ru/"));
  say("The house leaves ten seconds between two posts on one channel; readers follow each as it comes out …");
  const met = await Promise.all(sent.map((post) => bringToPeople(parts, crowd, post)));
  const publications = met.flatMap((each) => each.publications);
  say(
    `${publications.length} publications went out through the real pipeline, and are liked and talked about`,
  );
  await answerOne(client, publications);
  say("One reply was answered from Samovar");
  const walking = Promise.all([...strolls, ...met.map((each) => each.walking)]);
  return { crowd, meetings: publications.flatMap(meetingsOf), walking };
}

/** Waits until a post is out; then the networks' people, their robots and readers meet it. */
async function bringToPeople(parts: Parts, crowd: Crowd, post: Sent) {
  const publications = await waitUntilOut(parts, post);
  await Promise.all(publications.map((publication) => meet(parts.networks, publication, post.language)));
  const meetings = publications.flatMap(meetingsOf);
  for (const meeting of meetings) await crowd.preview(meeting);
  const walking = Promise.all(
    meetings.map((meeting) =>
      crowd.follow(meeting, { people: 4 + Math.floor(Math.random() * 9), overSeconds: 12 }),
    ),
  );
  // Whoever waits for it hears of a failure then; until then nobody is missing.
  walking.catch(() => undefined);
  return { publications, walking };
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

async function waitUntilOut({ client, signal }: Parts, { id }: Sent): Promise<readonly Publication[]> {
  await until(
    async () => {
      const { publications } = await client.ask("getPost", { id });
      return publications.every(({ state }) => state === "published") || undefined;
    },
    { seconds: 90, signal },
  );
  const { publications } = await client.ask("getPost", { id });
  return publications.filter(({ state }) => state === "published");
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
