import type { Output, Row } from "#src/api/operations.ts";
import type { Tone } from "#src/shell/state-mark.tsx";

export type Subscriber = Row<"listSubscribers">;
export type ImportAnswer = Output<"importSubscribers">;

export const stateTones: Readonly<Record<Subscriber["state"], Tone>> = {
  asked: "busy",
  confirmed: "calm",
  left: "idle",
};
