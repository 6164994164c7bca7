import { z } from "zod";
import { VisitNow } from "#src/ground/events/index.ts";
import { Instant } from "#src/platform/operation/values.ts";

/**
 * What a list is made by. `popular`: read most now. `rising`: will be. `related`: the same subject, by text. `next`:
 * what others went on to from here. `discussed`: talked about most. `for-you`: by what this visitor has read.
 * `from-source`: what others who came from the same source read next.
 */
export const ListKind = z
  .enum(["popular", "rising", "related", "next", "discussed", "for-you", "from-source"])
  .meta({ id: "ListKind" });
export type ListKind = z.output<typeof ListKind>;

/** Where a list stands on the owner's pages: told to the reports, and free to be anything else. */
export const ListPlace = z.enum(["end", "sidebar", "exit", "missing", "page", "letter"]).catch("page");

/** What an element on a page calls its list by. Each kind is also the key of a list that needs no setting up. */
export const ListKey = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
  error: "is no key of a list: 1 to 40 small letters, digits and inner hyphens",
});

export const PagePath = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)[^\s#]*$/, { error: "must be a path of the site, as in /tea or /tea?sort=new" });
const Pattern = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)[^\s#*]*\*?$/, {
    error: "must be a path, or the beginning of paths with * at its end, as in /shop/*",
  });

const most = { pins: 20, bans: 200, quotas: 20 };

export const Pin = z.object({
  path: PagePath,
  until: Instant.nullable().default(null).describe("Null: until it is taken off"),
});
export const Ban = z.object({
  pattern: Pattern.describe("A path, or the beginning of paths with * at its end"),
});
export const Quota = z.object({
  prefix: PagePath.describe("The beginning of paths"),
  max: z.int().min(0).max(20).describe("At most so many of them in one showing"),
});

/** What an editor sets. */
export const ListSettings = z.object({
  kind: ListKind,
  title: z.string().trim().max(120).nullable().describe("Null: the element's own words"),
  size: z.int().min(1).max(20),
  isOn: z.boolean(),
  holdOutPercent: z
    .int()
    .min(0)
    .max(50)
    .describe("Share of visitors who don't see it, and by whom its worth is measured"),
  holdOutSees: z.enum(["nothing", "popular"]),
  explorePercent: z
    .int()
    .min(0)
    .max(100)
    .describe("Share of showings in which one place goes to a material that too few have seen to be judged"),
  maxAgeDays: z
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .describe("Older materials are left out; null: none is too old"),
  pins: z.array(Pin).max(most.pins).describe("Always first, in this order, as long as they may be listed"),
  bans: z.array(Ban).max(most.bans),
  quotas: z.array(Quota).max(most.quotas),
});
export type ListSettings = z.output<typeof ListSettings>;

export const List = ListSettings.extend({
  id: z.uuid(),
  siteId: z.uuid(),
  key: ListKey,
  revision: z.int().describe("Grows with each change"),
  createdAt: Instant,
  changedAt: Instant,
}).meta({ id: "List" });
export type List = z.output<typeof List>;

/** One entry of a list, as a page shows it. */
export const ListItem = z
  .object({
    url: z.url(),
    title: z.string(),
    description: z.string().nullable(),
    imageUrl: z.string().nullable(),
    note: z.string().nullable().describe("A few words under the title, in the reader's language"),
    headline: z
      .object({ test: z.uuid(), arm: z.uuid() })
      .optional()
      .describe("The title is one of a headline test, given to this visitor"),
  })
  .meta({ id: "ListItem" });
export type ListItem = z.output<typeof ListItem>;

/** Who asks for a list, and from where: `POST /lists/:site/:list`, and the query of its GET. */
export const ListAsked = z.object({
  page: z.string().max(4096).describe("Address of the page that the list stands on"),
  place: ListPlace.default("page"),
  limit: z.coerce.number().int().min(1).max(20).optional().catch(undefined),
  visit: VisitNow.optional().describe("Absent: a visitor who is not to be measured"),
  read: z
    .array(z.string().max(4096))
    .max(50)
    .default([])
    .catch([])
    .describe("Pages that this visit has read, newest last"),
  referrer: z.string().max(4096).optional().catch(undefined),
});
export type ListAsked = z.output<typeof ListAsked>;

/**
 * What a page gets. `props` go with the events `list.shown` (told once the list, or the place where it would stand, is
 * on the screen, also in the hold-out) and `list.clicked` (with `position` from 0 and `url` beside them).
 */
export const ListAnswer = z.object({
  title: z.string().nullable(),
  items: z.array(ListItem),
  props: z.object({
    list: z.string(),
    kind: ListKind,
    place: z.string(),
    arm: z.enum(["shown", "held", "unmeasured"]).describe("held: the visitor is in the list's hold-out"),
    fresh: z.string().optional().describe("Path of the entry that is shown to be judged"),
    freshPosition: z.int().optional(),
  }),
});
export type ListAnswer = z.output<typeof ListAnswer>;
