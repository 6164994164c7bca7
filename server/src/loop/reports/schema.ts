import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Cell, Figures, Revenue } from "./figures.ts";
import { rest, Span } from "./span-schema.ts";

export { Cohorts, Funnel, FunnelStep, NewcomerPaths, Regulars } from "./people-schema.ts";

/** What visits can be broken down by. */
export const dimensions = [
  "page",
  "entryPage",
  "exitPage",
  "sourceKind",
  "source",
  "network",
  "campaign",
  "medium",
  "publication",
  "link",
  "generation",
  "country",
  "device",
  "browser",
  "os",
  "language",
  "site",
  "audience",
] as const;
export type Dimension = (typeof dimensions)[number];

export const Point = Figures.extend({ at: Instant.describe("Beginning of the hour, day, week or month") });

export const Traffic = z.object({
  period: Span,
  comparedWith: Span.nullable(),
  zone: z.string(),
  interval: z.enum(["hour", "day", "week", "month"]),
  total: Figures,
  before: Figures.nullable().describe("The same of the other period"),
  revenue: z.array(Revenue),
  points: z.array(Point),
  pointsBefore: z.array(Point),
});

export const Breakdown = z.object({
  period: Span,
  dimension: z.enum(dimensions),
  rows: z.array(Cell.extend({ before: Figures.nullable() })),
  rest,
});

const Card = z.object({ rows: z.array(Cell), rest });

/** Every card of the overview in one answer. */
export const Cards = z.object({
  period: Span,
  comparedWith: Span.nullable(),
  zone: z.string(),
  total: Figures,
  before: Figures.nullable(),
  revenue: z.array(Revenue),
  clicks: z.int().describe("Clicks of people on tracked links"),
  robots: z
    .array(z.object({ reason: z.string(), events: z.int() }))
    .describe("What was kept apart as not human, by reason"),
  points: z.array(Point),
  pages: Card,
  entryPages: Card,
  sourceKinds: Card,
  sources: Card,
  networks: Card,
  campaigns: Card,
  countries: Card,
  devices: Card,
  publications: Card,
});

const LiveMinute = z.object({ at: Instant, views: z.int(), visitors: z.int() });
const Counted = z.object({ value: z.string(), visitors: z.int() });

/** The last thirty minutes, from events as they are. */
export const Live = z.object({
  at: Instant,
  visitors: z.int().describe("People seen in the last five minutes"),
  minutes: z.array(LiveMinute),
  pages: z.array(Counted),
  sources: z.array(Counted),
  countries: z.array(Counted),
  latest: z.array(
    z.object({
      at: Instant,
      kind: z.string(),
      page: z.string(),
      name: z.string(),
      network: z.string(),
      country: z.string(),
      device: z.string(),
    }),
  ),
});

/** Arrivals without a referrer, split by what is known of them all the same. */
export const Direct = z.object({
  period: Span,
  visits: z.int().describe("All visits of the period"),
  withoutReferrer: z.int(),
  knownParent: z.int().describe("The address carried a click's or a share's id"),
  inApp: z.int().describe("Opened in an app's own browser"),
  unknown: z.int(),
  unknownShare: z.number().describe("Of all visits: how much of every source's figure is in doubt"),
  error: z
    .number()
    .describe(
      "95 % half-width of that share, 0 to 1 (Wilson): how much of it may be the chance of small numbers",
    ),
  knownParents: z.array(Cell).describe("By the network where the link or share was placed"),
  apps: z.array(Cell),
  unknownEntryPages: z
    .array(Cell)
    .describe("Deep pages that nobody types: most of these visits came from somewhere"),
  deepUnknown: z.int().describe("Of the unknown: those that began on another page than the front page"),
});

export const ChannelReport = z.object({
  period: Span,
  rows: z.array(
    Figures.extend({
      channelId: z.uuid(),
      networkId: z.string(),
      handle: z.string(),
      publications: z.int(),
      clicks: z.int(),
      robotClicks: z.int(),
    }),
  ),
});

export const PostReport = z.object({
  period: Span,
  rows: z.array(
    Figures.extend({
      publicationId: z.uuid(),
      postId: z.uuid(),
      postText: z.string(),
      channelId: z.uuid(),
      networkId: z.string(),
      handle: z.string(),
      clicks: z.int(),
      robotClicks: z.int(),
    }),
  ),
  rest,
});

export const LinkReport = z.object({
  period: Span,
  rows: z.array(
    Figures.extend({
      linkId: z.uuid(),
      slug: z.string(),
      url: z.string(),
      publicationId: z.uuid().nullable(),
      clicks: z.int(),
      robotClicks: z.int(),
      qualityClicks: z.int().describe("Clicks whose visit reached a read"),
    }),
  ),
  rest,
});

const Named = z.object({ name: z.string(), times: z.int(), visitors: z.int() });

export const Interaction = z.object({
  period: Span,
  reads: z.int(),
  comments: z.int(),
  reactions: z.array(Named),
  searches: z.array(Named),
  subscriptions: z.array(Named),
  shares: z.array(Named).describe("By where to"),
  goals: z.array(Named),
  custom: z.array(Named),
  lists: z.array(
    z.object({
      list: z.string(),
      arm: z.string(),
      shown: z.int(),
      clicked: z.int(),
      rate: z.number(),
      low: z.number().describe("95 % interval of the rate (Wilson)"),
      high: z.number(),
    }),
  ),
});

export const models = ["first", "lastNonDirect", "linear", "timeDecay", "position"] as const;
export type Model = (typeof models)[number];

const Credits = z.object({
  first: z.number(),
  lastNonDirect: z.number(),
  linear: z.number(),
  timeDecay: z.number().describe("Half-life of 7 days"),
  position: z.number().describe("40 % to the first, 40 % to the last, 20 % between"),
});

export const Attribution = z.object({
  period: Span,
  windowDays: z.int(),
  conversions: z.int(),
  withoutTouch: z.int().describe("Conversions that no arrival of the window is known for"),
  knownConversions: z.int().describe("By people known across days; the others' journeys are one day long"),
  rows: z.array(
    z.object({
      value: z.string(),
      conversions: Credits,
      revenue: z.array(z.object({ currency: z.string(), isTrusted: z.boolean(), credits: Credits })),
    }),
  ),
});

/** A visit, as a drill-down lists it. */
export const VisitRow = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  beganAt: Instant,
  endedAt: Instant,
  visitor: z.string().describe("64-bit number; without consent nobody can tell whose it was"),
  isKnown: z.boolean(),
  sourceKind: z.string(),
  source: z.string(),
  network: z.string(),
  campaign: z.string(),
  linkId: z.uuid().nullable(),
  publicationId: z.uuid().nullable(),
  generation: z.int().nullable().describe("0: by the link itself; 1 and more: by a share; null: by neither"),
  entryPage: z.string(),
  exitPage: z.string(),
  views: z.int(),
  visibleSeconds: z.number(),
  isRead: z.boolean(),
  isBounce: z.boolean(),
  country: z.string(),
  device: z.string(),
  browser: z.string(),
  language: z.string(),
  actions: z.int().describe("Shares, reactions, comments, searches, subscriptions and goals"),
});

export const VisitWithEvents = VisitRow.extend({
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      at: Instant,
      page: z.string(),
      title: z.string(),
      name: z.string(),
      network: z.string(),
      visibleSeconds: z.number(),
      scrollPercent: z.int(),
      value: z.number(),
      currency: z.string(),
      isTrusted: z.boolean(),
    }),
  ),
});

/** Reports that can be kept under a name. */
export const reportNames = [
  "cards",
  "traffic",
  "breakdown",
  "direct",
  "channels",
  "posts",
  "links",
  "interaction",
  "cohorts",
  "regulars",
  "newcomers",
  "attribution",
  "share-trees",
] as const;
export type ReportName = (typeof reportNames)[number];
