import type { LinkProps } from "@tanstack/react-router";
import type { Output } from "#src/api/operations.ts";

export type Half = "smm" | "smo";
type RowId = Output<"getOverview">["rows"][number]["row"];
type Way = Pick<LinkProps, "to" | "search">;

/** From each cell of the comparison to the place where one acts on it. */
export const wayTo: Readonly<Record<RowId, Readonly<Record<Half, Way>>>> = {
  goal: { smm: { to: "/report" }, smo: { to: "/pages" } },
  actions: { smm: { to: "/posts/new" }, smo: { to: "/sites" } },
  tools: { smm: { to: "/channels" }, smo: { to: "/elements" } },
  metrics: { smm: { to: "/posts", search: { state: "published" } }, smo: { to: "/report" } },
  interaction: { smm: { to: "/conversations" }, smo: { to: "/elements" } },
  result: { smm: { to: "/report" }, smo: { to: "/report" } },
};
