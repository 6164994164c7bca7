import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until the answer is there, and says what it was when it never came. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  { seconds = 45 } = {},
): Promise<Value> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await sleep(250);
  }
  throw new Error(`Waited ${seconds} s in vain: ${what}`, { cause: last });
}
