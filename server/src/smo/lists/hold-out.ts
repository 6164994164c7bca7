import { hash } from "node:crypto";

/**
 * Whether a visitor is among the share that is held out: the same visitor for the same list always, and for different
 * lists independently.
 */
export function isHeldOut(visitor: string, list: string, percent: number): boolean {
  return Number.parseInt(hash("sha256", `${list} ${visitor}`).slice(0, 8), 16) / 2 ** 32 < percent / 100;
}
