import { type JobContext, job } from "#src/platform/jobs/job.ts";
import { deliverMailName, mailWaits, mailWaitsUntil } from "./mail-waits.ts";
import type { PostOffice } from "./post-office.ts";
import { noteDelivery, takeMail } from "./take-mail.ts";

/** Then another job goes on, so that a workspace with many letters keeps no worker to itself. */
const longestRunMs = 20_000;
const busyWaitMs = 2000;

/**
 * Sends a workspace's letters that are due, one after the other; speaks with the server in no transaction. A
 * workspace has one worker of a process at most, so a slow server holds up nobody else's work.
 */
export const deliverMail = (office: PostOffice) =>
  job({
    ...deliverMailName,
    maxAttempts: 5,
    async run(ctx, { workspaceId }) {
      using turn = office.takeTurn(workspaceId);
      if (!turn) return comeBack(ctx, workspaceId);
      const began = performance.now();
      while (performance.now() - began < longestRunMs && !ctx.signal?.aborted) {
        const taken = await ctx.transact(workspaceId, (inside) =>
          takeMail(ctx, inside, { office, workspaceId }),
        );
        if (taken === "none") return undefined;
        if (taken === "settled") continue;
        const delivery = await office.send(taken.server, taken.letter);
        await ctx.transact(workspaceId, (inside) =>
          noteDelivery(ctx, inside, { workspaceId, taken, delivery }),
        );
      }
      return ctx.transact(workspaceId, ({ enqueue }) => mailWaits(enqueue, workspaceId));
    },
  });

/** Another worker is at it: what came after it looked is looked for again. */
const comeBack = ({ transact, now }: JobContext, workspaceId: string): Promise<void> =>
  transact(workspaceId, ({ enqueue }) =>
    mailWaitsUntil(enqueue, { workspaceId, what: "turn", at: new Date(now().getTime() + busyWaitMs) }),
  );
