import type { Client } from "@samovar/client";
import { houseName, type Networks } from "../networks/start-networks.ts";

export interface Channels {
  readonly bluesky: string;
  readonly mastodon: string;
  readonly kin: string;
}

/** Connects the tea house's accounts as an owner does: by an app password, and by access tokens. */
export async function connectChannels(client: Client, networks: Networks): Promise<Channels> {
  const { bluesky, mastodon, kin } = networks;
  const { data } = await bluesky.house.com.atproto.server.createAppPassword({ name: "Samovar" });
  const connect = async (networkId: string, methodId: string, values: Record<string, string>) => {
    const { channel } = await client.ask("startConnection", { networkId, methodId, values });
    if (!channel) throw new Error(`${networkId} asks for more than a form`);
    return channel.id;
  };
  const byToken = (twin: Networks["kin"]) =>
    connect("mastodon", "token", { server: twin.url, accessToken: twin.tokenFor(houseName) });
  return {
    bluesky: await connect("bluesky", "app-password", {
      handle: `${houseName}.test`,
      appPassword: data.password,
      pds: bluesky.url,
    }),
    mastodon: await byToken(mastodon),
    kin: await byToken(kin),
  };
}
