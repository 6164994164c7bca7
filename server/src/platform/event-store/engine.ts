import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drainPending } from "chdb";
import { openConnection, type Statement, type StatementResult } from "./connection.ts";
import { writeEngineConfig, type EngineOptions } from "./engine-config.ts";
import { readers, writers } from "./engine-threads.ts";
import { makePool } from "./pool.ts";

export interface Engine {
  run(statement: Statement): Promise<StatementResult>;
  close(): Promise<void>;
}

/** Opens chDB on the folder. Statements run side by side, each on a connection that is its own for that time. */
export function openEngine(options: EngineOptions): Engine {
  const config = join(options.dataDir, "engine.xml");
  mkdirSync(options.dataDir, { recursive: true });
  writeFileSync(config, writeEngineConfig(options));
  const open = () => openConnection(options, config);
  const reading = makePool(readers, open);
  const writing = makePool(writers, open);
  return {
    run(statement) {
      const pool = /^\s*(insert|create|alter|drop|optimize|truncate|rename)\b/i.test(statement.sql)
        ? writing
        : reading;
      return pool.use((connection) => connection.run(statement));
    },
    async close() {
      // Writes are seen to their end. A heavy question is not waited for: it has nothing to lose.
      await writing.close();
      await Promise.race([reading.close().then(drainPending), sleep(500)]);
    },
  };
}
