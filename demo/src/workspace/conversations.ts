import type { Client, OutputOf } from "@samovar/client";
import { crowd, houseName, type Networks } from "../networks/start-networks.ts";

export type Publication = OutputOf<"getPost">["publications"][number];

const said = {
  ru: [
    "Попробовал: семь минут правда меняют всё. Спасибо!",
    "А если вода жёсткая, поможет фильтр или лучше брать бутылочную?",
    "Бабушка делала точно так же, только с мятой.",
  ],
  en: [
    "Number two is so true. Saved.",
    "Does it work with a clay pot as well?",
    "We need a table like that.",
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
  await (externalId.startsWith("at://")
    ? meetOnBluesky(networks, { externalId, words: said[language] })
    : meetOnMastodon(networks, { externalId, words: said[language] }));
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
    ? "Поможет и фильтр: главное, чтобы чайник не зарастал за месяц."
    : "It does: clay forgives even more. Come and try ours.";
  await client.ask("answerReply", { id: question.id, text });
}
