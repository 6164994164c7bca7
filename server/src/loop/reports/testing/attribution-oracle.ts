/**
 * The five models written down a second time, journey by journey and with nothing shared with the store's: what the
 * report is held against.
 */
export interface OracleTouch {
  readonly at: number;
  readonly value: string;
  readonly isDirect: boolean;
}

export interface OracleConversion {
  readonly at: number;
  readonly value: number;
  readonly touches: readonly OracleTouch[];
}

export type OracleCredits = Record<"first" | "lastNonDirect" | "linear" | "timeDecay" | "position", number>;

const dayMs = 86_400_000;

/** Credits by the touches' value: of conversions, and of their money. */
export function attribute(conversions: readonly OracleConversion[], windowDays: number) {
  const counts = new Map<string, OracleCredits>();
  const money = new Map<string, OracleCredits>();
  let withoutTouch = 0;
  for (const conversion of conversions) {
    const path = pathOf(conversion, windowDays);
    if (path.length === 0) withoutTouch += 1;
    for (const [index, touch] of path.entries()) {
      const credits = creditsAt(path, index, conversion.at);
      add(counts, touch.value, { credits, times: 1 });
      add(money, touch.value, { credits, times: conversion.value });
    }
  }
  return { counts, money, withoutTouch };
}

function pathOf({ at, touches }: OracleConversion, windowDays: number): OracleTouch[] {
  const path: OracleTouch[] = [];
  for (const touch of touches) if (touch.at <= at && touch.at >= at - windowDays * dayMs) path.push(touch);
  return path.sort(
    (left, right) => left.at - right.at || (left.value < right.value ? -1 : left.value > right.value ? 1 : 0),
  );
}

function creditsAt(path: readonly OracleTouch[], index: number, at: number): OracleCredits {
  const length = path.length;
  let lastKnown = length - 1;
  for (let back = length - 1; back >= 0; back -= 1) {
    if (path[back]?.isDirect === false) {
      lastKnown = back;
      break;
    }
  }
  const weights = path.map((touch) => 0.5 ** ((at - touch.at) / (7 * dayMs)));
  let all = 0;
  for (const weight of weights) all += weight;
  return {
    first: index === 0 ? 1 : 0,
    lastNonDirect: index === lastKnown ? 1 : 0,
    linear: 1 / length,
    timeDecay: (weights[index] ?? 0) / all,
    position: positionShare(index, length),
  };
}

function positionShare(index: number, length: number): number {
  if (length === 1) return 1;
  if (length === 2) return 0.5;
  return index === 0 || index === length - 1 ? 0.4 : 0.2 / (length - 2);
}

function add(
  into: Map<string, OracleCredits>,
  value: string,
  { credits, times }: { readonly credits: OracleCredits; readonly times: number },
): void {
  const known = into.get(value) ?? { first: 0, lastNonDirect: 0, linear: 0, timeDecay: 0, position: 0 };
  into.set(value, {
    first: known.first + credits.first * times,
    lastNonDirect: known.lastNonDirect + credits.lastNonDirect * times,
    linear: known.linear + credits.linear * times,
    timeDecay: known.timeDecay + credits.timeDecay * times,
    position: known.position + credits.position * times,
  });
}
