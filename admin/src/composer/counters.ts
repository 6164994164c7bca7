import { isTextUnit, measureText } from "@samovar/server/networks/measure-text.ts";
import type { Channel, Preview } from "#src/api/operations.ts";

export interface Counter {
  readonly used: number;
  readonly max: number;
  readonly unit: string;
}

type Limit = Channel["limits"][number];

/** How long a text is on a channel right now, and how long it may be; undefined where the network does not say. */
export function countFor(limits: readonly Limit[], text: string): Counter | undefined {
  const limit = limits.find(({ at, max, id }) => at === "text" && max !== undefined && id === "post.text");
  if (limit?.max === undefined) return undefined;
  return { used: measure(limit, text), max: limit.max, unit: limit.unit };
}

/**
 * The server counts the text as it will go out, tracked link included, a moment later than it is typed. What it adds
 * to the bare text is kept, so that the counter never lags behind the fingers.
 */
export function countAsSent(
  now: Counter | undefined,
  before: Counter | undefined,
  sent: Preview["counters"][number] | undefined,
): Counter | undefined {
  if (!now || !before || !sent) return now;
  return { ...now, used: now.used + (sent.used - before.used), max: sent.max ?? now.max };
}

export const isOver = ({ used, max }: Counter): boolean => used > max;

/** From this share on the counter draws attention to itself. */
const nearShare = 0.9;
export const isNear = ({ used, max }: Counter): boolean =>
  !isOver({ used, max, unit: "" }) && used >= max * nearShare;

function measure({ unit, urlCounts, mentionsWithoutDomain }: Limit, text: string): number {
  const known = textUnits.find((each) => each === unit);
  if (!known || !isTextUnit(known)) return text.length;
  return measureText(text, {
    unit: known,
    ...(urlCounts === undefined ? {} : { urlCounts }),
    ...(mentionsWithoutDomain === undefined ? {} : { mentionsWithoutDomain }),
  });
}

const textUnits = ["graphemes", "code-points", "utf16", "utf8-bytes"] as const;
