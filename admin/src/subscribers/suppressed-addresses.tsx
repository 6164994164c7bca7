import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";

type Suppression = Row<"listSuppressions">;
const stales = ["listSuppressions", "getMailState"] as const;

export function SuppressedAddresses() {
  const { t } = useTranslation();
  const [address, setAddress] = useState("");
  const list = useList("listSuppressions", {});
  const add = useAct("createSuppression", { stales: [...stales], done: () => setAddress("") });
  const faults = faultsByField(add.error);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ address });
        }}
      >
        <Group align="flex-end" mb="md">
          <TextInput
            label={t("mail.suppressed.address")}
            type="email"
            required
            value={address}
            error={faults["address"]}
            onChange={(event) => setAddress(event.currentTarget.value)}
            style={{ flex: "1 1 220px", maxWidth: 420 }}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t("mail.suppressed.add")}
          </Button>
        </Group>
      </form>
      <ProblemNote failure={add.error} />
      <Asked query={{ ...list, data: list.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t("mail.suppressed.empty")}</Text>
          ) : (
            <SuppressionTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={list} />
    </>
  );
}

function SuppressionTable({ rows }: { readonly rows: readonly Suppression[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const forgive = useAct("deleteSuppression", { stales: [...stales] });
  const columns: Column<Suppression>[] = [
    {
      id: "address",
      header: t("mail.suppressed.address"),
      isTitle: true,
      cell: ({ address, detail }) => (
        <>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {address ?? t("mail.suppressed.erased")}
          </Text>
          {detail !== null && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {detail}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "reason",
      header: t("mail.suppressed.reason"),
      cell: ({ reason }) => t(`mail.suppressed.reasons.${reason}`),
    },
    {
      id: "since",
      header: t("mail.suppressed.since"),
      isWhole: true,
      cell: ({ since }) => format.date(since),
    },
    {
      id: "forgive",
      header: t("mail.suppressed.what"),
      cell: ({ id, address }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t("mail.suppressed.forgiveOne", { address: address ?? t("mail.suppressed.erased") })}
          onClick={() => forgive.mutate({ id })}
        >
          {t("mail.suppressed.forgive")}
        </Button>
      ),
    },
  ];
  return (
    <DataTable caption={t("mail.suppressed.title")} columns={columns} rows={rows} keyOf={({ id }) => id} />
  );
}
