import { z } from "zod";
import type { Enqueue } from "#src/platform/operation/context.ts";

/** The job that sends a workspace's letters, by its name: the one who wants a letter sent needs no mail server. */
export const deliverMailName = {
  id: "mail.deliverMail",
  payload: z.object({ workspaceId: z.uuid() }),
};

/** A letter is due now. However many come at once, one job is enough for a workspace. */
export const mailWaits = (enqueue: Enqueue, workspaceId: string): Promise<void> =>
  enqueue(deliverMailName, { workspaceId }, { jobKey: `mail:${workspaceId}` });

/** Something will be due later: `what` is a letter or a server, and has one such moment at a time. */
export const mailWaitsUntil = (
  enqueue: Enqueue,
  { workspaceId, what, at }: { readonly workspaceId: string; readonly what: string; readonly at: Date },
): Promise<void> =>
  enqueue(deliverMailName, { workspaceId }, { jobKey: `mail:${workspaceId}:${what}`, runAt: at });
