/** Vitest's global set-up: the stores that all test files share, each in databases of its own. */
import type { TestProject } from "vitest/node";
import { startMigratedPostgres, startTemporaryEventStore } from "./stores.ts";

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, events] = await Promise.all([startMigratedPostgres(), startTemporaryEventStore()]);
  project.provide("postgresUrl", postgres.url);
  const { url, username, password } = events;
  project.provide("events", { url, username, password });
  return async () => {
    await Promise.all([postgres[Symbol.asyncDispose](), events[Symbol.asyncDispose]()]);
  };
}
