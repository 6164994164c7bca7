import type { z } from "zod";
import type { Context } from "./context.ts";

/** What a feature announces. Whoever lives above it in the house may listen; the import still points down. */
export interface Signal<Payload> {
  readonly id: string;
  readonly payload: z.ZodType<Payload>;
}

/** A pair of a signal and what is done about it, in the announcer's transaction: enqueue, rather than work. */
export interface Listener {
  readonly signalId: string;
  readonly hear: (context: Pick<Context, "db" | "enqueue" | "now">, payload: unknown) => Promise<void>;
}

export function signal<Payload>(id: string, payload: z.ZodType<Payload>): Signal<Payload> {
  return { id, payload };
}

export function listen<Payload>(
  heard: Signal<Payload>,
  hear: (context: Parameters<Listener["hear"]>[0], payload: Payload) => Promise<void>,
): Listener {
  return { signalId: heard.id, hear: (context, payload) => hear(context, heard.payload.parse(payload)) };
}
