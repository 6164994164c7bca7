import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./numbers.module.css";

type Tree = Output<"getShareTrees">["total"];

const minuteSeconds = 60;
const hourSeconds = 3600;
const daySeconds = 86_400;

/** A tree's measures, K with its interval first. Young visitors are left out of K, and it says so. */
export function TreeFigures({ tree }: { readonly tree: Tree }) {
  const { t } = useTranslation();
  const format = useFormat();
  const two = (value: number | null) => (value === null ? "–" : format.number(Math.round(value * 100) / 100));
  const figures = [
    ["K", two(tree.k)],
    [t("trees.reach"), two(tree.reach)],
    [t("trees.nodes"), format.number(tree.nodes)],
    [t("trees.sharesPerVisitor"), two(tree.sharesPerVisitor)],
    [t("trees.visitorsPerShare"), two(tree.visitorsPerShare)],
    [t("trees.depth"), format.number(tree.maxDepth)],
    [t("trees.cycle"), tree.cycleSeconds === null ? "–" : timeWords(tree.cycleSeconds)],
  ] as const;
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={classes.figure}>{value}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed" mb="lg">
        {tree.k === null
          ? t("trees.tooYoung")
          : t("trees.interval", { low: two(tree.kLow), high: two(tree.kHigh), count: tree.able })}
      </Text>
    </>
  );

  function timeWords(seconds: number): string {
    if (seconds < hourSeconds) return t("trees.minutes", { count: Math.round(seconds / minuteSeconds) });
    if (seconds < daySeconds) return t("trees.hours", { count: Math.round(seconds / hourSeconds) });
    return t("trees.days", { count: Math.round(seconds / daySeconds) });
  }
}
