import type { Channel, Network } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";

/** What there is to connect, and what is connected; both are needed wherever a channel is shown. */
export function useNetworks() {
  const networks = useAsk("listNetworks", {});
  const channels = useAsk("listChannels", { limit: 100 });
  const networkOf = (id: string): Network | undefined =>
    networks.data?.items.find((network) => network.id === id);
  const channelOf = (id: string): Channel | undefined =>
    channels.data?.items.find((channel) => channel.id === id);
  return { networks, channels, networkOf, channelOf };
}
