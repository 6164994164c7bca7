import type { Context } from "hono";
import { z } from "zod";
import { mintEventId, EventId } from "./event-id.ts";
import type { EventLog } from "./event-log.ts";
import { type Circumstances, eventRow } from "./event-row.ts";
import { languageOf } from "./ingest.ts";
import { reasonOf } from "./reason.ts";
import type { IncomingEvent } from "./schema.ts";
import { createUserAgentReader } from "./user-agent.ts";
import { hashKnownVisitor, type VisitorHasher } from "./visitor.ts";

/** What the site script tells an element of the visit that goes on (`samovar.visit()`), and the element passes on. */
export const VisitNow = z.object({
  s: EventId.optional().describe("The click or share that the visit arrived by"),
  visitAge: z.number().min(0).max(86_400_000).default(0).catch(0),
  visitor: z.string().min(16).max(64).optional().describe("A lasting id, only of visitors who agreed"),
  own: z.boolean().default(false),
});
export type VisitNow = z.output<typeof VisitNow>;

interface VisitorEventsDeps {
  readonly log: Pick<EventLog, "append">;
  readonly visitors: Pick<VisitorHasher, "hashVisitor">;
  readonly addressOf: (context: Context) => string | undefined;
  readonly now: () => Date;
}

interface Happening {
  readonly site: { readonly id: string; readonly workspaceId: string };
  readonly visit: VisitNow;
  /** Kind and fields; id and age are given here. */
  readonly event: Record<string, unknown> & Pick<IncomingEvent, "kind" | "url">;
}

export interface VisitorEvents {
  /** The same visitor hash that the page's own events carry. A decimal 64-bit number. */
  readonly visitorOf: (context: Context, asked: Pick<Happening, "site" | "visit">) => Promise<string>;
  /** Records what the server itself saw a visitor do (a comment, a subscription); answers the event's id. */
  readonly record: (context: Context, happening: Happening) => Promise<string>;
}

/** For routes that visitors' elements ask: events of what the server did for them, joined to their visit. */
export function createVisitorEvents(deps: VisitorEventsDeps): VisitorEvents {
  const readAgent = createUserAgentReader();
  const visitorOf: VisitorEvents["visitorOf"] = async (context, { site, visit }) =>
    visit.visitor === undefined
      ? deps.visitors.hashVisitor({
          siteId: site.id,
          address: deps.addressOf(context) ?? "",
          userAgent: context.req.header("user-agent") ?? "",
          visitBeganAt: new Date(deps.now().getTime() - visit.visitAge),
        })
      : hashKnownVisitor(site.id, visit.visitor);
  return {
    visitorOf,
    async record(context, { site, visit, event }) {
      const header = (name: string) => context.req.header(name);
      const agent = readAgent(header("user-agent") ?? "");
      const now = deps.now();
      const id = mintEventId(now);
      const known: Circumstances = {
        workspace_id: site.workspaceId,
        site_id: site.id,
        reason: visit.own ? "own" : reasonOf({ method: "POST", header }, agent),
        ...(agent.robot !== "" && { robot: agent.robot }),
        visitor: await visitorOf(context, { site, visit }),
        consented: visit.visitor === undefined ? 0 : 1,
        trusted: 1,
        device: agent.device,
        browser: agent.browser,
        os: agent.os,
        language: languageOf(header("accept-language")),
      };
      const told = { v: 1, age: 0, ...(visit.s && { s: visit.s }), ...event, id };
      // The caller gives a kind with its fields; the row takes only those that it knows.
      await deps.log.append([eventRow(told as IncomingEvent, known, { at: now, inApp: agent.inApp })]);
      return id;
    },
  };
}
