import type { AtpAgent } from "@atproto/api";
import { startMastodonTwin, type Twin } from "@samovar/server/networks/mastodon/twin.ts";
import { type BlueskyNetwork, startBluesky } from "./bluesky.ts";

/** Every network of the demo, with the people on it who will like, repost, answer and follow. */
export interface Networks extends AsyncDisposable {
  readonly bluesky: BlueskyNetwork & { readonly house: AtpAgent; readonly crowd: readonly AtpAgent[] };
  /** A server that honours the idempotency key, and one of the kin that ignore it. */
  readonly mastodon: Twin;
  readonly kin: Twin;
}

export const crowd = [
  { name: "lena", displayName: "Лена Травникова" },
  { name: "mark", displayName: "Mark Pourer" },
  { name: "olya", displayName: "Оля с дачи" },
  { name: "tom", displayName: "Tom Kettle" },
  { name: "zhenya", displayName: "Женя Лаптев" },
] as const;

/** How the tea house is called on the networks. */
export const houseName = "chainy-dvor";
const houseTitle = "Чайный двор";

interface Options {
  readonly databaseUrl: string;
  readonly logFile: string;
  readonly say: (line: string) => void;
}

export async function startNetworks(options: Options): Promise<Networks> {
  await using held = new AsyncDisposableStack();
  const [bluesky, mastodon, kin] = await Promise.all([
    startBluesky(options).then((network) => held.use(network)),
    startMastodonTwin({ honoursIdempotencyKey: true }).then((twin) => held.use(twin)),
    startMastodonTwin({ honoursIdempotencyKey: false }).then((twin) => held.use(twin)),
  ]);
  for (const twin of [mastodon, kin]) {
    twin.addUser(houseName, { displayName: houseTitle });
    for (const { name, displayName } of crowd) twin.addUser(name, { displayName });
  }
  const [house, ...people] = await Promise.all(
    [{ name: houseName, displayName: houseTitle }, ...crowd].map(({ name, displayName }) =>
      bluesky.addPerson(`${name}.test`, displayName),
    ),
  );
  if (!house) throw new Error("The tea house has no account");
  const running = held.move();
  return {
    bluesky: { ...bluesky, house, crowd: people },
    mastodon,
    kin,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
