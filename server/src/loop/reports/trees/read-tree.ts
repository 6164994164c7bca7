import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { tooHeavy } from "../ask-store.ts";
import type { Tree } from "./tree-figures.ts";

/** More visitors than this are no tree that a report can walk. */
export const maxNodes = 1_000_000;

/** A tree with what each node's arrival was. Arrays by node; node 0 is the root. */
export interface ReadTree extends Tree {
  readonly networks: readonly string[];
  readonly isRead: Uint8Array;
  /** 0 where the visitor did not agree to be known. */
  readonly knownVisitors: readonly string[];
}

/**
 * Arrivals of a tree with the arrival that each goes back to. One visitor is one node, by his first arrival; a share
 * whose sharer's own arrival is not there (his salt was another day's) hangs on whoever arrived first by its parent.
 */
const query = `
  with
    node as (
      select visitor, argMin(arrival.token, (arrival.at, arrival.token)) as token, min(arrival.at) as at,
        max(arrival.is_read) as is_read, max(arrival.consented) as consented
      from arrival where workspace_id = {workspaceId: UUID} and root = {root: String} group by visitor
    ),
    minted as (
      select token, visitor as minted_by, parent, is_share, network from token_of_tree final
      where workspace_id = {workspaceId: UUID} and root = {root: String}
    ),
    opener as (select token, argMin(node.visitor, (node.at, node.visitor)) as first_visitor from node group by token)
  select node.visitor as visitor, toUnixTimestamp64Milli(node.at) as arrived_ms, node.is_read, node.consented, minted.network,
    if(minted.is_share, if(sharer.visitor != 0, sharer.visitor, opener.first_visitor), 0) as parent
  from node
    left join minted on node.token = minted.token
    left join node as sharer on minted.minted_by = sharer.visitor
    left join opener on minted.parent = opener.token
  order by node.at, node.visitor limit {limit: UInt32}`;

/** Reads it as it streams in, so that the process never stands still for a large one. */
export async function readTree(
  events: ClickHouseClient,
  asked: { readonly workspaceId: string; readonly root: string },
): Promise<ReadTree> {
  const rows = new Rows();
  try {
    const result = await events.query({
      query,
      query_params: { ...asked, limit: maxNodes },
      format: "JSONCompactEachRow",
    });
    for await (const part of result.stream()) {
      for (const row of part) rows.add(Row.parse(row.json()));
    }
  } catch (error) {
    throw tooHeavy(error) ?? error;
  }
  return rows.tree();
}

const Row = z.tuple([z.number(), z.number(), z.number(), z.number(), z.string(), z.number()]);

class Rows {
  readonly #index = new Map<number, number>();
  readonly #parents: number[] = [0];
  readonly #at: number[] = [0];
  readonly #networks: string[] = [""];
  readonly #isRead: number[] = [0];
  readonly #known: string[] = ["0"];

  add([visitor, at, isRead, consented, network, parent]: z.output<typeof Row>): void {
    this.#index.set(visitor, this.#parents.length);
    this.#parents.push(parent);
    this.#at.push(at);
    this.#networks.push(network);
    this.#isRead.push(isRead);
    this.#known.push(consented === 1 ? String(visitor) : "0");
  }

  /** A parent that came later than its child is none: what would be a circle begins at the root. */
  tree(): ReadTree {
    const parents = new Int32Array(this.#parents.length);
    for (let node = 1; node < parents.length; node += 1) {
      const parent = this.#index.get(this.#parents[node] ?? 0) ?? 0;
      parents[node] = parent < node ? parent : 0;
    }
    return {
      parents,
      at: Float64Array.from(this.#at),
      networks: this.#networks,
      isRead: Uint8Array.from(this.#isRead),
      knownVisitors: this.#known,
    };
  }
}
