import { z } from "zod";
import { EventId } from "./event-id.ts";

/** Why a request is, or is not, a person's. Nothing is dropped: reports show `human`, and may change their mind. */
export const reasons = ["human", "preview", "crawler", "prefetch", "scanner", "head", "own"] as const;
export type Reason = (typeof reasons)[number];

/** Older and younger events are refused: whoever forges a time has no more than this to play with. */
export const maxAgeMs = 5 * 60 * 1000;
export const maxBatchEvents = 50;
export const maxBatchBytes = 64 * 1024;

const Age = z.number().refine((age) => age >= 0 && age <= maxAgeMs, {
  error: ({ input }) =>
    `is ${String(input)}; it must be the milliseconds between the event and the sending, 0 to ${maxAgeMs}`,
});
const Url = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(4096);
const Word = z.string().trim().min(1).max(80);
const Props = z
  .record(z.string().min(1).max(40), z.union([z.string().max(300), z.number(), z.boolean(), z.null()]))
  .refine((props) => Object.keys(props).length <= 20, "at most 20 properties");

/** What every event says, whatever its kind. */
const Common = z.object({
  id: EventId,
  v: z.literal(1).default(1).describe("Version of the kind's fields"),
  age: Age.describe("Milliseconds between the event and the sending"),
  url: Url.describe("Address of the page"),
  title: z.string().max(300).optional(),
  referrer: z.string().max(2048).optional(),
  s: EventId.optional().describe("The click or share that the visit arrived by"),
  props: Props.optional(),
});

const Revenue = {
  value: z
    .number()
    .min(-1e9)
    .max(1e9)
    .optional()
    .describe("Money; below zero: a refund, which only a server may tell"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capital letters of ISO 4217, as in EUR")
    .optional(),
  orderId: z
    .string()
    .regex(/^[\w.:/#-]{1,80}$/, "1 to 80 letters, digits and . _ : / # -")
    .optional()
    .describe("The order that it pays for; each order counts once"),
};

/**
 * The vocabulary, kind by kind and version by version. A version that has been published is never changed: its
 * events are already out there, in pages' caches and in servers' queues.
 */
export const eventSchemas = {
  view: { 1: Common.extend({ kind: z.literal("view") }) },
  engage: {
    1: Common.extend({
      kind: z.literal("engage"),
      parent: EventId.describe("The view that it belongs to"),
      visibleMs: z.int().min(0).max(86_400_000),
      scrollPercent: z.int().min(0).max(100),
    }),
  },
  click: {
    1: Common.extend({ kind: z.literal("click"), linkId: z.uuid(), publicationId: z.uuid().optional() }),
  },
  share: {
    1: Common.extend({
      kind: z.literal("share"),
      parent: EventId.optional().describe("The click or share that the sharer arrived by"),
      network: z.string().regex(/^[a-z0-9-]{1,40}$/, "small letters, digits and hyphens"),
    }),
  },
  react: { 1: Common.extend({ kind: z.literal("react"), name: Word }) },
  comment: { 1: Common.extend({ kind: z.literal("comment"), parent: EventId.optional() }) },
  subscribe: { 1: Common.extend({ kind: z.literal("subscribe"), name: Word }) },
  search: { 1: Common.extend({ kind: z.literal("search"), name: z.string().trim().min(1).max(200) }) },
  goal: { 1: Common.extend({ kind: z.literal("goal"), name: Word, ...Revenue }) },
  custom: { 1: Common.extend({ kind: z.literal("custom"), name: Word }) },
  fetch: {
    1: Common.extend({
      kind: z.literal("fetch"),
      userAgent: z.string().max(1000).describe("Of whoever fetched the page from the site's server"),
    }),
  },
} as const;

export type EventKind = keyof typeof eventSchemas;
type SchemaOf<Kind extends EventKind> = (typeof eventSchemas)[Kind][keyof (typeof eventSchemas)[Kind]];
/** An event of any kind, as its sender says it. */
export type IncomingEvent = { [Kind in EventKind]: z.output<SchemaOf<Kind>> }[EventKind];

const AnyEvent = z.discriminatedUnion("kind", [
  eventSchemas.view[1],
  eventSchemas.engage[1],
  eventSchemas.share[1],
  eventSchemas.react[1],
  eventSchemas.comment[1],
  eventSchemas.subscribe[1],
  eventSchemas.search[1],
  eventSchemas.goal[1],
  eventSchemas.custom[1],
  eventSchemas.fetch[1],
]);

/** What a page's script may say by itself; the rest only a server that holds a key. Clicks are ours alone. */
export const pageKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  "view",
  "engage",
  "share",
  "react",
  "search",
  "goal",
  "custom",
]);

/** What `POST /e` takes. */
export const Batch = z.object({
  site: z.string().min(1).max(64).describe("The site's key, as in its embed line"),
  visitAge: z
    .number()
    .min(0)
    .max(86_400_000)
    .default(0)
    .catch(0)
    .describe(
      "Milliseconds since the visit began in this tab: decides which day's salt the visitor is hashed with",
    ),
  visitor: z.string().min(16).max(64).optional().describe("A lasting id, only of visitors who agreed"),
  own: z.boolean().default(false).describe("The site's own people mark their browser with it"),
  events: z
    .array(AnyEvent)
    .min(1, "a batch holds 1 to 50 events")
    .max(maxBatchEvents, "a batch holds 1 to 50 events"),
});
export type Batch = z.output<typeof Batch>;
