import { Text, useComputedColorScheme } from "@mantine/core";
import { TreeChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import classes from "./numbers.module.css";
import { useValueWords } from "./value-words.ts";

use([TreeChart, TooltipComponent, CanvasRenderer]);

type Drawing = Output<"getShareTreeDrawing">;
type Node = Drawing["nodes"][number];

/** How many nodes are asked for: more can't be told apart on a screen. */
const maxNodes = 400;
const colors = {
  light: { read: "#2f7d5b", seen: "#c98b5f", line: "#c9c2bb", text: "#3b3632" },
  dark: { read: "#5cc199", seen: "#d9a27c", line: "#565049", text: "#e8e3de" },
} as const;

/** A share tree as a tree. Its figures stand beside it in words, so that it is hidden from screen readers. */
export function TreeDrawing({ root }: { readonly root: string }) {
  const { t } = useTranslation();
  const drawing = useAsk("getShareTreeDrawing", { root, nodes: maxNodes });
  return (
    <Asked query={drawing} rows={5}>
      {(found) => (
        <>
          <Canvas drawing={found} />
          {found.left > 0 && (
            <Text size="sm" c="dimmed">
              {t("trees.left", { count: found.left })}
            </Text>
          )}
        </>
      )}
    </Asked>
  );
}

interface Branch {
  readonly name: string;
  readonly value: string;
  readonly itemStyle: { readonly color: string; readonly borderColor: string };
  readonly children: Branch[];
}

function Canvas({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const scheme = useComputedColorScheme("light");
  const place = useRef<HTMLDivElement>(null);
  const network = (id: string) => words("network", id);
  useEffect(() => {
    if (!place.current) return undefined;
    const palette = colors[scheme];
    const chart = init(place.current);
    chart.setOption({
      animation: false,
      tooltip: { trigger: "item", formatter: "{c}" },
      series: [
        {
          type: "tree",
          data: [treeOf(drawing.nodes, nameNode, palette)],
          symbolSize: 9,
          initialTreeDepth: -1,
          roam: true,
          left: 12,
          right: 12,
          label: { show: false },
          lineStyle: { color: palette.line, width: 1 },
        },
      ],
    });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
    // eslint-disable-next-line react/exhaustive-deps -- drawn anew for a new tree or another scheme, not for each render
  }, [drawing, scheme]);
  return <div ref={place} className={classes.tree} aria-hidden />;

  function nameNode(node: Node): string {
    if (node.parent === null) return t("trees.byLink");
    const parts = [
      node.network === "" ? t("trees.byLink") : network(node.network),
      node.at && format.dateTime(node.at),
      node.more > 0 && t("numbers.andMore", { count: node.more }),
    ];
    return parts.filter(Boolean).join(" · ");
  }
}

/** Nodes come parents first, so that each finds its parent's branch. */
function treeOf(
  nodes: readonly Node[],
  nameOf: (node: Node) => string,
  palette: (typeof colors)[keyof typeof colors],
): Branch {
  const branches = new Map<number, Branch>();
  let top: Branch | undefined;
  for (const node of nodes) {
    const color = node.isRead ? palette.read : palette.seen;
    const branch: Branch = {
      name: "",
      value: nameOf(node),
      itemStyle: { color, borderColor: color },
      children: [],
    };
    branches.set(node.id, branch);
    if (node.parent === null) top ??= branch;
    else branches.get(node.parent)?.children.push(branch);
  }
  return (
    top ?? {
      name: "",
      value: "",
      itemStyle: { color: palette.seen, borderColor: palette.seen },
      children: [],
    }
  );
}
