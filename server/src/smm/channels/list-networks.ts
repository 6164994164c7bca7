import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { networks } from "#src/networks/index.ts";
import type { Network } from "#src/networks/network.ts";
import { copy } from "./channel-view.ts";
import { NetworkOut } from "./schema.ts";

export const listNetworks = operation({
  id: "listNetworks",
  summary: "List the networks that can be connected, with their limits and choices",
  http: "GET /networks",
  access: "read",
  input: z.object({}),
  output: z.object({ items: z.array(NetworkOut) }),
  run: async () => ({ items: networks.map(networkView) }),
});

function networkView(network: Network): z.output<typeof NetworkOut> {
  const { id, name, kind, color, iconPath, canThread } = network;
  const can = (capability: "replies" | "reply" | "metrics" | "audience" | "edit" | "withdraw") =>
    network[capability] !== undefined;
  return {
    id,
    name,
    kind,
    color,
    iconPath,
    canThread,
    limits: network.limits.map(copy),
    connect: network.connect.map((method) => ({
      id: method.id,
      kind: method.kind,
      fields: [...method.fields],
    })),
    options: { ...z.toJSONSchema(network.options, { io: "input", unrepresentable: "any" }) },
    capabilities: {
      replies: can("replies"),
      reply: can("reply"),
      metrics: can("metrics"),
      audience: can("audience"),
      edit: can("edit"),
      withdraw: can("withdraw"),
    },
  };
}
