import { Group, NativeSelect, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Input, PageAuditRow, Site } from "#src/api/operations.ts";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Section } from "#src/shell/page.tsx";
import { RoomLink } from "#src/shell/room-link.tsx";
import { ScoreMark } from "./score.tsx";
import { useAuditWords } from "./use-audit-words.ts";

type Filter = Pick<Input<"listPageAudits">, "severity" | "network" | "rule">;
const severities = ["error", "warning", "info"] as const;

/** The pages of a site, worst first, as narrow as one likes. */
export function AuditedPages({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const filter = useFilter();
  const pages = useList("listPageAudits", { siteId: site.id, ...filter });
  const isFiltered = Object.keys(filter).length > 0;
  if (pages.rows?.length === 0 && !isFiltered) return null;
  return (
    <Section title={t("audit.pages")} lead={t("audit.pagesLead")}>
      <FilterBar site={site} filter={filter} />
      <Asked query={{ ...pages, data: pages.rows }}>
        {(rows) =>
          rows.length === 0 ? <Text c="dimmed">{t("audit.filter.none")}</Text> : <PageTable rows={rows} />
        }
      </Asked>
      <MoreButton pages={pages} />
    </Section>
  );
}

/** What the address asks for. */
function useFilter(): Filter {
  const search = useSearch({ from: "/house/readiness" });
  const { networks } = useAuditWords();
  const severity = severities.find((each) => each === search.severity);
  const network = networks.find(({ id }) => id === search.network)?.id;
  return {
    ...(severity && { severity }),
    ...(network && { network }),
    ...(search.rule && { rule: search.rule }),
  };
}

function FilterBar({ site, filter }: { readonly site: Site; readonly filter: Filter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { networks, rules, language } = useAuditWords();
  const choose = (change: Filter | Record<string, string>) =>
    void navigate({ to: "/readiness", search: { site: site.id, ...filter, ...change }, resetScroll: false });
  const any = { value: "", label: t("audit.filter.any") };
  return (
    <Group mb="md" align="flex-end">
      <NativeSelect
        label={t("audit.filter.severity")}
        value={filter.severity ?? ""}
        onChange={(event) => choose({ severity: event.currentTarget.value })}
        data={[any, ...severities.map((value) => ({ value, label: t(`audit.severity.${value}`) }))]}
      />
      <NativeSelect
        label={t("audit.filter.network")}
        value={filter.network ?? ""}
        onChange={(event) => choose({ network: event.currentTarget.value })}
        data={[any, ...networks.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t("audit.filter.rule")}
        value={filter.rule ?? ""}
        onChange={(event) => choose({ rule: event.currentTarget.value })}
        data={[any, ...rules.map(({ id, title }) => ({ value: id, label: `${id} ${title[language]}` }))]}
        maw={320}
      />
    </Group>
  );
}

function PageTable({ rows }: { readonly rows: readonly PageAuditRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<PageAuditRow>[] = [
    {
      id: "page",
      header: t("audit.page"),
      isTitle: true,
      cell: ({ id, title, url, outcome }) => (
        <>
          <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
            <RoomLink quiet way={{ to: "/readiness/pages/$auditId", params: { auditId: id } }}>
              {title ?? url}
            </RoomLink>
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {outcome === "audited" ? new URL(url).pathname : t(`audit.outcomes.${outcome}`)}
          </Text>
        </>
      ),
    },
    {
      id: "score",
      header: t("audit.score"),
      isNumber: true,
      cell: ({ score }) => <ScoreMark value={score} />,
    },
    {
      id: "errors",
      header: t("audit.columns.errors"),
      isNumber: true,
      cell: ({ errors }) => format.number(errors),
    },
    {
      id: "warnings",
      header: t("audit.columns.warnings"),
      isNumber: true,
      cell: ({ warnings }) => format.number(warnings),
    },
    {
      id: "at",
      header: t("audit.columns.at"),
      isWhole: true,
      cell: ({ auditedAt }) => format.relative(auditedAt),
    },
  ];
  return <DataTable caption={t("audit.pages")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
