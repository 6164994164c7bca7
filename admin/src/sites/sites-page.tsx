import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconWorld } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { RoomLink } from "#src/shell/room-link.tsx";
import { StateMark } from "#src/shell/state-mark.tsx";
import { NewSiteDialog } from "./new-site-dialog.tsx";

export function SitesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const sites = useList("listSites", {});
  const add = can("sites.manage") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t("sites.add")}
    </Button>
  );
  return (
    <Page
      title={t("sites.title")}
      lead={t("sites.lead")}
      actions={sites.rows && sites.rows.length > 0 && add}
    >
      <Asked query={{ ...sites, data: sites.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconWorld} title={t("sites.empty.title")} action={add}>
              {t("sites.empty.lead")}
            </EmptyState>
          ) : (
            <SiteTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={sites} />
      <NewSiteDialog opened={opened} onClose={close} />
    </Page>
  );
}

function SiteTable({ rows }: { readonly rows: readonly Site[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Site>[] = [
    {
      id: "name",
      header: t("sites.name"),
      isTitle: true,
      cell: ({ id, name, origin }) => (
        <>
          <Text fw={600}>
            <RoomLink quiet way={{ to: "/sites/$siteId", params: { siteId: id } }}>
              {name}
            </RoomLink>
          </Text>
          <Text size="sm" c="dimmed">
            {origin}
          </Text>
        </>
      ),
    },
    { id: "line", header: t("sites.line"), isWhole: true, cell: (site) => <LineMark site={site} /> },
    { id: "proof", header: t("sites.proof"), isWhole: true, cell: (site) => <ProofMark site={site} /> },
    { id: "since", header: t("sites.since"), isWhole: true, cell: ({ createdAt }) => format.date(createdAt) },
  ];
  return <DataTable caption={t("sites.title")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

export function LineMark({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  return site.firstVisitAt ? (
    <StateMark tone="calm">{t("sites.heard")}</StateMark>
  ) : (
    <StateMark tone="idle">{t("sites.silent")}</StateMark>
  );
}

export function ProofMark({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  return site.provedAt ? (
    <StateMark tone="calm">{t("sites.proved")}</StateMark>
  ) : (
    <StateMark tone="warn">{t("sites.unproved")}</StateMark>
  );
}
