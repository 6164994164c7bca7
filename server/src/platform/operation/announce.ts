import type { Db } from "#src/platform/database/database.ts";
import type { Announce, Enqueue } from "./context.ts";
import type { Listener } from "./signal.ts";

/** Lets every listener hear, in the announcer's transaction. */
export function announceTo(
  listeners: readonly Listener[],
  inside: { readonly db: Db; readonly enqueue: Enqueue; readonly now: () => Date },
): Announce {
  return async (signal, payload) => {
    for (const listener of listeners) {
      if (listener.signalId === signal.id) await listener.hear(inside, payload);
    }
  };
}
