import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Figures } from "./figures.ts";
import { Span } from "./span-schema.ts";

export const FunnelStep = z.object({
  kind: z.enum(["view", "share", "react", "comment", "subscribe", "search", "goal", "custom", "read"]),
  page: z.string().max(2048).optional().describe("Path; ends with * for all that begin so"),
  name: z.string().max(200).optional().describe("Name of the goal, reaction, list or custom event"),
});

export const Funnel = z.object({
  period: Span,
  steps: z.array(
    FunnelStep.extend({
      visitors: z.int(),
      ofFirst: z.number().describe("0 to 1"),
      ofPrevious: z.number().describe("0 to 1"),
    }),
  ),
});

export const Cohorts = z.object({
  period: Span,
  interval: z.enum(["week", "month"]),
  knownVisitors: z.int().describe("Only people who agreed to be known can be seen to come back"),
  allVisitors: z.int().describe("Of these: the report is blind to the difference"),
  rows: z.array(
    z.object({
      at: Instant.describe("When the cohort was first seen"),
      size: z.int(),
      back: z.array(z.int()).describe("How many came back in the first, second, … interval after"),
    }),
  ),
});

export const Regulars = z.object({
  period: Span,
  knownVisitors: z.int().describe("Only people who agreed to be known can be called regular"),
  allVisitors: z.int(),
  regulars: z.int().describe("Seen on three or more different days of the last 30"),
  rows: z.array(
    z.object({
      value: z.string().describe("What brought their first visit, by the dimension asked for"),
      newcomers: z.int(),
      regulars: z.int().describe("Of all regulars now: those whom it brought first"),
      share: z.number().describe("Of the newcomers of the period: how many became regular within 30 days"),
      low: z.number(),
      high: z.number(),
    }),
  ),
});

export const NewcomerPaths = z.object({
  period: Span,
  knownVisitors: z.int(),
  allVisitors: z.int(),
  rows: z.array(
    Figures.extend({
      value: z.string().describe("Network or source"),
      cameBack: z.int().describe("Known newcomers who came another day within 30"),
      nextPages: z
        .array(z.object({ page: z.string(), visits: z.int() }))
        .describe("The page after the landing page; empty for those who left"),
    }),
  ),
});
