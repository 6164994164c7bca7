import type { Connection } from "./connection.ts";
import { EngineError } from "./engine-error.ts";

const maxWaiting = 200;

/** Lends its connections, one borrower each; who finds none free waits in line. */
export interface Pool {
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Makes a pool of `size` connections. */
export function makePool(size: number, open: () => Connection): Pool {
  const all = Array.from({ length: size }, open);
  const idle = [...all];
  const waiting: ((connection: Connection) => void)[] = [];
  async function take(): Promise<Connection> {
    const connection = idle.pop();
    if (connection) return connection;
    if (waiting.length >= maxWaiting) {
      throw new EngineError(
        202,
        `Too many simultaneous queries: ${maxWaiting} wait. (TOO_MANY_SIMULTANEOUS_QUERIES)`,
      );
    }
    return new Promise((resolve) => waiting.push(resolve));
  }
  function giveBack(connection: Connection): void {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  }
  return {
    async use(work) {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        giveBack(connection);
      }
    },
    async close() {
      for (let taken = 0; taken < size; taken += 1) (await take()).close();
    },
  };
}
