import { Anchor, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFileText, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page as SitePage, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";

export function PagesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.title")} lead={t("pages.lead")}>
      <OfSite icon={IconFileText} noSite={{ title: t("pages.noSite.title"), lead: t("pages.noSite.lead") }}>
        {(site) => <SitePages key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

const typingMs = 250;

function SitePages({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), typingMs);
  const pages = useList("listPages", { siteId: site.id, ...(search === "" ? {} : { search }) });
  return (
    <>
      <Group align="flex-end" mb="lg">
        <TextInput
          label={t("pages.search")}
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ flex: "1 1 220px", maxWidth: 420 }}
        />
      </Group>
      <Asked query={{ ...pages, data: pages.rows }}>
        {(rows) =>
          rows.length === 0 ? <NoPages site={site} isSearch={search !== ""} /> : <PageTable rows={rows} />
        }
      </Asked>
      <MoreButton pages={pages} />
    </>
  );
}

function NoPages({ site, isSearch }: { readonly site: Site; readonly isSearch: boolean }) {
  const { t } = useTranslation();
  if (isSearch) return <Text c="dimmed">{t("pages.nothingFound")}</Text>;
  return (
    <EmptyState
      icon={IconFileText}
      title={t("pages.empty.title")}
      action={
        <LinkButton way={{ to: "/sites/$siteId", params: { siteId: site.id } }}>
          {t("pages.empty.action")}
        </LinkButton>
      }
    >
      {t("pages.empty.lead")}
    </EmptyState>
  );
}

function PageTable({ rows }: { readonly rows: readonly SitePage[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const columns: Column<SitePage>[] = [
    {
      id: "page",
      header: t("pages.page"),
      isTitle: true,
      cell: ({ title, path, url }) => (
        <>
          <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
            {title ?? path}
          </Text>
          <Anchor href={url} size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }} underline="hover">
            {path}
          </Anchor>
        </>
      ),
    },
    {
      id: "from",
      header: t("pages.knownFrom"),
      isWhole: true,
      cell: ({ knownFrom }) => t(`pages.from.${knownFrom}`),
    },
    { id: "since", header: t("pages.since"), isWhole: true, cell: ({ knownAt }) => format.date(knownAt) },
    ...(can("posts.write")
      ? [
          {
            id: "write",
            header: t("pages.action"),
            cell: ({ url }: SitePage) => (
              <RoomLink way={{ to: "/posts/new", search: { page: url } }}>{t("pages.write")}</RoomLink>
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={t("pages.title")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
