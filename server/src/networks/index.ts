import type { Network } from "./network.ts";

/** Every network that Samovar speaks. */
export const networks: readonly Network[] = [];

export function findNetwork(id: string): Network | undefined {
  return networks.find((network) => network.id === id);
}
