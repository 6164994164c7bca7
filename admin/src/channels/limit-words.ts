import { useTranslation } from "react-i18next";
import type { Channel } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";

type Limit = Pick<Channel["limits"][number], "id" | "unit" | "max" | "min" | "oneOf">;

const named = [
  "post.text",
  "post.bytes",
  "post.languages",
  "post.pictures",
  "post.poll-pictures",
  "picture.alt",
  "picture.type",
  "picture.bytes",
  "picture.pixels",
  "poll.choices",
  "poll.choice",
  "poll.time",
] as const;
const units = [
  "graphemes",
  "code-points",
  "utf16",
  "utf8-bytes",
  "bytes",
  "items",
  "pixels",
  "seconds",
] as const;

/** A limit in words; what has no word of ours goes by its own id. */
export function useLimitWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = ({ id }: Pick<Limit, "id">): string => {
    const known = named.find((each) => each === id);
    return known ? t(`limits.${known}`) : id.replaceAll(/[.-]/g, " ");
  };
  const countOf = (value: number, unit: string): string => {
    const known = units.find((each) => each === unit);
    if (known === "bytes") return format.bytes(value);
    return known ? t(`units.${known}`, { count: value, shown: format.number(value) }) : format.number(value);
  };
  const valueOf = (limit: Limit): string => {
    if (limit.oneOf) return limit.oneOf.map((type) => type.replace(/^image\//, "")).join(", ");
    const { max, min, unit } = limit;
    if (max === undefined)
      return min === undefined ? "–" : t("limits.atLeast", { value: countOf(min, unit) });
    return min === undefined || min === 0
      ? t("limits.upTo", { value: countOf(max, unit) })
      : t("limits.between", { min: format.number(min), max: countOf(max, unit) });
  };
  return { nameOf, countOf, valueOf };
}
