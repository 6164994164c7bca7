import type { Client, OutputOf } from "@samovar/client";
import { crowd, houseName, type Networks } from "../networks/start-networks.ts";

export type Publication = OutputOf<"getPost">["publications"][number];

const said = {
  ru: [
    "Утащила в закладки, спасибо!",
    "А где взять такой же чайник?",
    "Бабушка делала точно так же, только с мятой.",
    "Приду в субботу проверять.",
    "С чем лучше: с мёдом или с вареньем?",
  ],
  en: [
    "Saved, thank you.",
    "Does it work with a clay pot as well?",
    "My grandmother swore by it.",
    "See you on Saturday, then.",
    "Honey or jam with it?",
  ],
} as const;

/** The people of the networks meet a publication: they like it, pass it on, answer it, and some follow the house. */
export async function meet(
  networks: Networks,
  publication: Publication,
  language: "ru" | "en",
): Promise<void> {
  const { externalId } = publication;
  if (!externalId) return;
  const words = said[language].toSorted(() => Math.random() - 0.5);
  await (externalId.startsWith("at://")
    ? meetOnBluesky(networks, { externalId, words })
    : meetOnMastodon(networks, { externalId, words }));
}

interface Meeting {
  readonly externalId: string;
  readonly words: readonly string[];
}

async function meetOnBluesky({ bluesky }: Networks, { externalId, words }: Meeting): Promise<void> {
  const { cid } = await recordOf(bluesky.house, externalId);
  const post = { uri: externalId, cid };
  await Promise.all(
    bluesky.crowd.map(async (person, n) => {
      if (chance(0.75)) await person.like(post.uri, post.cid);
      if (chance(0.35)) await person.repost(post.uri, post.cid);
      if (chance(0.4)) await person.follow(bluesky.house.assertDid);
      const text = words[n];
      if (text && chance(0.55)) await person.post({ text, reply: { root: post, parent: post } });
    }),
  );
}

type Agent = Networks["bluesky"]["house"];

async function recordOf(agent: Agent, uri: string): Promise<{ cid: string }> {
  const [, , repo = "", collection = "", rkey = ""] = uri.split("/");
  const { data } = await agent.com.atproto.repo.getRecord({ repo, collection, rkey });
  return { cid: data.cid ?? "" };
}

async function meetOnMastodon({ mastodon, kin }: Networks, { externalId, words }: Meeting): Promise<void> {
  const twin = [mastodon, kin].find((each) => each.statuses().some(({ id }) => id === externalId));
  if (!twin) throw new Error(`No server of the demo holds the post ${externalId}`);
  for (const [n, { name }] of crowd.entries()) {
    if (chance(0.8)) twin.favourite(name, externalId);
    if (chance(0.4)) twin.reblog(name, externalId);
    if (chance(0.4)) twin.follow(name, houseName);
    const text = words[n];
    if (text && chance(0.5)) twin.reply(name, externalId, text);
  }
}

const chance = (of: number) => Math.random() < of;

/** Has the replies fetched, and answers the first question among them from Samovar. */
export async function answerOne(client: Client, publications: readonly Publication[]): Promise<void> {
  for (const { id } of publications) await client.ask("readReplies", { id });
  const { items } = await client.ask("listReplies", { unanswered: "true", limit: 100 });
  const question = items.find(({ text }) => text.includes("?")) ?? items[0];
  if (!question) return;
  const text = /[а-я]/i.test(question.text)
    ? "Приходите, покажем и нальём: у нас сегодня и мёд, и варенье."
    : "Come and try: there is a clay pot, honey and jam on the table tonight.";
  await client.ask("answerReply", { id: question.id, text });
}
