import { z } from "zod";
import { signal } from "#src/platform/operation/signal.ts";

/** A visitor's events were erased from the event table: who keeps something that was made of them erases it too. */
export const visitorErased = signal(
  "events.visitorErased",
  z.object({
    workspaceId: z.uuid(),
    siteId: z.uuid(),
    visitor: z.string().describe("As in the event table"),
  }),
);
