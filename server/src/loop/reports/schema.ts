import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Cell, Figures, Revenue } from "./figures.ts";

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

export const Span = z.object({ from: Instant, to: Instant });
const rest = z.int().describe("How many more values there are than rows");

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

/** A question that is kept under a name: the report, its fields, and how it is drawn. */
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
