import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Revenue } from "./figures.ts";
import { rest, Span } from "./span-schema.ts";

const TreeFigures = z.object({
  nodes: z.int().describe("Visitors in the tree"),
  seeds: z.int().describe("Of them: who came by the tracked link itself"),
  shares: z.int(),
  maxDepth: z.int(),
  able: z.int().describe("Visitors who have had three cycle times to share"),
  sharesPerVisitor: z.number().describe("i"),
  visitorsPerShare: z.number().describe("c"),
  k: z.number().nullable().describe("K = i × c over those able to share; null while nobody is"),
  kLow: z.number().nullable().describe("95 % interval, bootstrap over roots"),
  kHigh: z.number().nullable(),
  reach: z.number().nullable().describe("Visitors for each seed visitor in all, 1/(1 − K); null at K ≥ 1"),
  cycleSeconds: z.number().nullable().describe("Median time from a visitor's arrival to his child's"),
  structuralVirality: z.number().nullable().describe("Mean distance over pairs of nodes, the link as root"),
});

export const ShareTrees = z.object({
  period: Span,
  total: TreeFigures.omit({ structuralVirality: true }),
  rows: z.array(
    z.object({
      root: z.string().describe("Id of the tracked link, or of the first share of a page's own tree"),
      linkId: z.uuid().nullable(),
      publicationId: z.uuid().nullable(),
      network: z.string(),
      beganAt: Instant,
      nodes: z.int(),
      seeds: z.int(),
      shares: z.int(),
      maxDepth: z.int(),
      k: z.number().nullable(),
    }),
  ),
  rest,
});

export const ShareTree = TreeFigures.extend({
  root: z.string(),
  linkId: z.uuid().nullable(),
  publicationId: z.uuid().nullable(),
  depths: z.array(z.int()).describe("Visitors by generation, the seeds first"),
  sharesByNetwork: z.array(z.object({ network: z.string(), shares: z.int(), brought: z.int() })),
  revenue: z.array(Revenue),
  bestSharers: z
    .array(z.object({ visitor: z.string(), shares: z.int(), brought: z.int(), broughtInAll: z.int() }))
    .describe("Of those who agreed to be known"),
});

export const ShareTreeDrawing = z.object({
  root: z.string(),
  nodes: z.array(
    z.object({
      id: z.int().describe("0 is the link"),
      parent: z.int().nullable(),
      depth: z.int(),
      at: Instant.nullable(),
      children: z.int(),
      below: z.int().describe("Nodes below, also those left out"),
      more: z.int().describe("Children left out of the drawing"),
      network: z.string().describe("Where the share was placed that brought him"),
      isRead: z.boolean(),
    }),
  ),
  left: z.int().describe("Nodes that are not drawn"),
});
