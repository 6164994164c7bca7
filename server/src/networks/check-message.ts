/** Checks a message against a network's limits, before anything is sent. Pure: composer and server share it. */
import type { Limit, Unit } from "./limits.ts";
import { isTextUnit, measureText } from "./measure-text.ts";
import type { Account, Message, Network } from "./network.ts";

export type FindingKind =
  | "empty"
  | "too-long"
  | "too-short"
  | "too-many"
  | "too-few"
  | "too-large"
  | "not-allowed";

/** One thing in a message that the network will not take. */
export interface Finding {
  /** Stable id `<network>.<surface>.<check>`, as in `bluesky.post.text`. */
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: "error" | "warning";
  /** Where in the message, as in `pictures.0.alt`. */
  readonly path: string;
  readonly unit: Unit;
  readonly value: number | string;
  readonly limit: number | readonly string[];
  readonly message: string;
  readonly remedy: string;
}

export type CheckedNetwork = Pick<Network, "id" | "name" | "limits" | "liveLimits" | "canThread">;
export type CheckedMessage = Pick<Message, "text" | "languages" | "options"> & {
  readonly pictures: readonly Omit<Message["pictures"][number], "bytes">[];
  readonly card?: Omit<NonNullable<Message["card"]>, "picture">;
};

/** Everything that the network's limits say against a message; empty when it can go. */
export function checkMessage(
  network: CheckedNetwork,
  account: Account | undefined,
  message: CheckedMessage,
): Finding[] {
  const limits = (account && network.liveLimits?.(account)) ?? network.limits;
  const findings = limits.flatMap((limit) => checkLimit(network, limit, message));
  return isEmpty(message) ? [emptyFinding(network), ...findings] : findings;
}

/** What a limit measures in a message, for counters: the value of each place that the limit looks at. */
export function measureMessage(
  limit: Limit,
  message: CheckedMessage,
): { path: string; value: number | string }[] {
  if (!limit.at) return [];
  if (limit.when && valuesAt(message, limit.when.split(".")).length === 0) return [];
  return valuesAt(message, limit.at.split(".")).flatMap(({ path, value }) => {
    const measured = measureValue(limit, value, message);
    return measured === undefined ? [] : [{ path, value: measured }];
  });
}

function measureValue(limit: Limit, value: unknown, message: CheckedMessage): number | string | undefined {
  if (limit.oneOf) return typeof value === "string" ? value : undefined;
  if (Array.isArray(value)) return value.length;
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !isTextUnit(limit.unit)) return undefined;
  const { unit } = limit;
  const beside = (limit.alsoCounts ?? []).flatMap((path) => valuesAt(message, path.split(".")));
  const extra = beside.map((each) =>
    typeof each.value === "string" ? measureText(each.value, { unit }) : 0,
  );
  return extra.reduce((sum, each) => sum + each, measureText(value, { ...limit, unit }));
}

/** Follows a path; `*` fans out over an array. Places that do not exist are left out. */
function valuesAt(root: unknown, steps: readonly string[], path = ""): { path: string; value: unknown }[] {
  const [step, ...rest] = steps;
  if (step === undefined) return root === undefined || root === null ? [] : [{ path, value: root }];
  if (typeof root !== "object" || root === null) return [];
  const keys = step === "*" ? Object.keys(root) : [step];
  return keys.flatMap((key) => valuesAt(Reflect.get(root, key), rest, path ? `${path}.${key}` : key));
}

function checkLimit(network: CheckedNetwork, limit: Limit, message: CheckedMessage): Finding[] {
  return measureMessage(limit, message).flatMap(({ path, value }): Finding[] => {
    const fault = faultOf(limit, value);
    if (!fault) return [];
    const found = { path, unit: limit.unit, value, ...fault };
    return [{ rule: `${network.id}.${limit.id}`, severity: "error", ...found, ...describe(network, found) }];
  });
}

type Fault = Pick<Finding, "kind" | "limit">;

function faultOf(limit: Limit, value: number | string): Fault | undefined {
  if (typeof value === "string") {
    return limit.oneOf && !limit.oneOf.includes(value)
      ? { kind: "not-allowed", limit: limit.oneOf }
      : undefined;
  }
  if (limit.max !== undefined && value > limit.max) return { kind: overKind(limit.unit), limit: limit.max };
  if (limit.min !== undefined && value < limit.min) {
    return { kind: limit.unit === "items" ? "too-few" : "too-short", limit: limit.min };
  }
  return undefined;
}

function overKind(unit: Unit): FindingKind {
  if (unit === "items") return "too-many";
  return isTextUnit(unit) || unit === "seconds" ? "too-long" : "too-large";
}

/** The words for people; surfaces in another language build their own from kind, path, unit, value and limit. */
function describe(
  network: CheckedNetwork,
  { kind, path, unit, value, limit }: Pick<Finding, "kind" | "path" | "unit" | "value" | "limit">,
): Pick<Finding, "message" | "remedy"> {
  const allowed = typeof limit === "number" ? `${limit} ${unit}` : limit.join(", ");
  const measured = typeof value === "number" ? `${value} ${unit}` : `"${value}"`;
  const remedies = {
    empty: "Write a text or add a picture",
    "too-long": `Shorten it${path === "text" && network.canThread ? " or split it into a thread" : ""}`,
    "too-short": "Make it longer",
    "too-many": `Leave at most ${allowed}`,
    "too-few": `Bring it to at least ${allowed}`,
    "too-large": "Take a smaller one",
    "not-allowed": `Take one of: ${allowed}`,
  } satisfies Record<FindingKind, string>;
  const bound = kind === "too-few" || kind === "too-short" ? "at least" : "at most";
  const rule = typeof limit === "number" ? `${bound} ${allowed}` : `one of ${allowed}`;
  return {
    message: `${network.name} takes ${rule} in ${path}; this has ${measured}`,
    remedy: remedies[kind],
  };
}

function isEmpty(message: CheckedMessage): boolean {
  return (
    message.text.trim() === "" && message.pictures.length === 0 && !message.card && !message.options["poll"]
  );
}

const emptyFinding = (network: CheckedNetwork): Finding => ({
  rule: `${network.id}.post.empty`,
  kind: "empty",
  severity: "error",
  path: "text",
  unit: "items",
  value: 0,
  limit: 1,
  message: `${network.name}: the post is empty`,
  remedy: "Write a text or add a picture",
});
