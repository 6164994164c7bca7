import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

const LimitOut = z.object({
  id: z.string(),
  at: z.string().optional(),
  when: z.string().optional(),
  unit: z.string(),
  max: z.number().optional(),
  min: z.number().optional(),
  oneOf: z.array(z.string()).optional(),
  urlCounts: z.number().optional(),
  mentionsWithoutDomain: z.boolean().optional(),
  alsoCounts: z.array(z.string()).optional(),
  source: z.string(),
  checkedOn: z.string(),
  confidence: z.enum(["high", "low"]),
  live: z.string().optional(),
});

const Words = z.object({ en: z.string(), ru: z.string() });

const ConnectFieldOut = z.object({
  key: z.string(),
  label: Words,
  hint: Words.optional(),
  placeholder: z.string().optional(),
  secret: z.boolean().optional(),
  optional: z.boolean().optional(),
});

export const NetworkOut = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["social", "messenger", "forum", "blog"]),
    color: z.string(),
    iconPath: z.string().describe("SVG path in a box of 24×24"),
    limits: z.array(LimitOut),
    connect: z.array(
      z.object({ id: z.string(), kind: z.enum(["form", "oauth"]), fields: z.array(ConnectFieldOut) }),
    ),
    options: z
      .record(z.string(), z.unknown())
      .describe("JSON Schema of the network's own choices for a post"),
    canThread: z.boolean(),
    capabilities: z.object({
      replies: z.boolean(),
      reply: z.boolean(),
      metrics: z.boolean(),
      audience: z.boolean(),
      edit: z.boolean(),
      withdraw: z.boolean(),
    }),
  })
  .meta({ id: "Network" });

export const Channel = z
  .object({
    id: z.uuid(),
    networkId: z.string(),
    handle: z.string(),
    displayName: z.string(),
    url: z.string(),
    avatarUrl: z.string().nullable(),
    server: z.string(),
    state: z.enum(["connected", "needs-reconnect", "disconnected"]),
    followers: z.int().nullable(),
    expiresAt: Instant.nullable().describe(
      "When the credentials end unless they are renewed; null where they don't",
    ),
    limits: z.array(LimitOut).describe("As this very server states them"),
    protocol: z
      .enum(["keyed", "plain", "staged"])
      .describe("What keeps a post from going out twice after a crash"),
    connectedAt: Instant,
    checkedAt: Instant,
    problem: z
      .object({
        since: Instant,
        rule: z.string(),
        title: z.string(),
        words: z.string().nullable(),
        hint: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Channel" });
export type Channel = z.output<typeof Channel>;
