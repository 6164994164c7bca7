import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoopRow } from "#src/api/operations.ts";
import { NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { RoomLink } from "#src/shell/room-link.tsx";
import { broughtBy } from "./loop-totals.ts";

const counts = ["likes", "reposts", "replies", "clicks", "visits", "reads", "shares"] as const;

/** Each post on each channel in one row, from the like to the second visitor. */
export function LoopTable({ rows }: { readonly rows: readonly LoopRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<LoopRow>[] = [
    { id: "post", header: t("report.post"), isTitle: true, cell: (row) => <PostCell row={row} /> },
    ...counts.map((id) => ({
      id,
      header: t(`report.columns.${id}`),
      isNumber: true,
      cell: (row: LoopRow) => {
        const value = row[id];
        return value === null ? <Untold /> : format.number(value);
      },
    })),
    {
      id: "brought",
      header: t("report.columns.broughtVisitors"),
      isNumber: true,
      cell: (row) => <Brought row={row} />,
    },
    {
      id: "comments",
      header: t("report.columns.comments"),
      isNumber: true,
      cell: (row) => format.number(row.comments),
    },
  ];
  return (
    <DataTable
      caption={t("report.byPost")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      minWidth={860}
    />
  );
}

function Untold() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t("report.untold")}</span>
    </>
  );
}

function PostCell({ row }: { readonly row: LoopRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { networkOf } = useNetworks();
  const network = networkOf(row.networkId);
  return (
    <div style={{ minWidth: 170, maxWidth: 250, whiteSpace: "normal" }}>
      <Text size="sm" fw={560} lineClamp={2}>
        <RoomLink quiet way={{ to: "/posts/$postId", params: { postId: row.postId } }}>
          {row.postText.trim() === "" ? t("posts.untitled") : row.postText}
        </RoomLink>
      </Text>
      <Group gap={6} mt={2} wrap="nowrap">
        {network && <NetworkIcon network={network} size={14} />}
        <Text size="xs" c="dimmed" truncate>
          {row.handle} · {format.date(row.publishedAt)}
        </Text>
      </Group>
    </div>
  );
}

/** All whom shares brought, and beneath how many each generation did. */
function Brought({ row }: { readonly row: LoopRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = broughtBy(row);
  if (row.broughtByGeneration.length < 2) return <>{format.number(total)}</>;
  return (
    <>
      {format.number(total)}
      <Text
        size="xs"
        c="dimmed"
        aria-label={t("report.generations", { list: row.broughtByGeneration.join(", ") })}
        component="span"
        display="block"
        role="note"
      >
        {row.broughtByGeneration.map((count) => format.number(count)).join(" + ")}
      </Text>
    </>
  );
}
