import { SimpleGrid, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Section } from "#src/shell/page.tsx";

const days = 90;
const shown = 8;
const kinds = ["pages", "networks", "shares"] as const;
type Source = Output<"getSubscriberSources">["pages"][number];

/** What brought the subscribers: pages, networks, sharers. Nothing is shown while nothing is known. */
export function Sources({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const { data } = useAsk("getSubscriberSources", { siteId, days });
  const known = kinds.filter((kind) => (data?.[kind].length ?? 0) > 0);
  if (!data || known.length === 0) return null;
  return (
    <Section title={t("subscribers.brought.title", { count: days })}>
      <SimpleGrid cols={{ base: 1, md: known.length }} spacing="xl">
        {known.map((kind) => (
          <div key={kind}>
            <Title order={3} size="h5" mb="xs">
              {t(`subscribers.brought.${kind}`)}
            </Title>
            <SourceTable caption={t(`subscribers.brought.${kind}`)} rows={data[kind].slice(0, shown)} />
          </div>
        ))}
      </SimpleGrid>
    </Section>
  );
}

function SourceTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Source[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Source>[] = [
    {
      id: "name",
      header: t("subscribers.brought.by"),
      isTitle: true,
      cell: ({ name }) => <span style={{ overflowWrap: "anywhere" }}>{name}</span>,
    },
    {
      id: "subscribers",
      header: t("subscribers.brought.count"),
      isNumber: true,
      cell: ({ subscribers }) => format.number(subscribers),
    },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ name }) => name} minWidth={200} />
  );
}
