import { z } from "zod";
import type { Enqueue } from "#src/platform/operation/context.ts";

/** The job that sends one letter, by its name: the one who wants a letter sent needs no mail server. */
export const deliverMailName = {
  id: "mail.deliverMail",
  payload: z.object({ workspaceId: z.uuid(), mailId: z.uuid() }),
};

/** One worker at a time for each workspace: a mail server that is slow or silent holds up nobody else's work. */
export const mailWaits = (
  enqueue: Enqueue,
  letter: { readonly workspaceId: string; readonly mailId: string },
  runAt?: Date,
): Promise<void> =>
  enqueue(deliverMailName, letter, {
    jobKey: `mail:${letter.mailId}`,
    queueName: `mail:${letter.workspaceId}`,
    ...(runAt && { runAt }),
  });
