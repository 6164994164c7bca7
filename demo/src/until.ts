import { setTimeout as sleep } from "node:timers/promises";

interface Patience {
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Asks again until the answer is there; undefined when it did not come in time. */
export async function until<Value>(
  ask: () => Promise<Value | undefined>,
  { seconds, signal }: Patience,
): Promise<Value | undefined> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || Date.now() > deadline) return answer;
    await sleep(300, undefined, { signal });
  }
}
