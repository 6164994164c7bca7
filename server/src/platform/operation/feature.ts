import type { AnyJob } from "#src/platform/jobs/job.ts";
import type { AnyOperation } from "./operation.ts";
import type { Listener } from "./signal.ts";

/** A folder's table of contents: what it offers to ask, does in the background, and listens to. */
export interface Feature {
  readonly name: string;
  readonly operations: readonly AnyOperation[];
  readonly jobs: readonly AnyJob[];
  readonly listeners: readonly Listener[];
}

export function feature(definition: Pick<Feature, "name"> & Partial<Feature>): Feature {
  return { operations: [], jobs: [], listeners: [], ...definition };
}
