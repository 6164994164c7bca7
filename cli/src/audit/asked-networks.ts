import { drawnNetworks, networkIds, type NetworkId } from "@samovar/audit";
import { UsageError } from "../failure.ts";

/** The networks that were named, with commas; all that are drawn where none was. Throws `UsageError`. */
export function askedNetworks(typed: string | undefined): readonly NetworkId[] {
  if (typed === undefined) return drawnNetworks;
  return typed.split(",").map((each) => {
    const found = networkIds.find((id) => id === each.trim().toLowerCase());
    if (!found)
      throw new UsageError(`--network: there is no "${each.trim()}"`, `Take of: ${networkIds.join(", ")}`);
    return found;
  });
}
