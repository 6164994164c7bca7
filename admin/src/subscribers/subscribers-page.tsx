import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMailHeart, IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import { StateMark } from "#src/shell/state-mark.tsx";
import { ExportButton } from "./export-button.tsx";
import { Growth } from "./growth.tsx";
import { ImportButton } from "./import-dialog.tsx";
import { Sources } from "./sources.tsx";
import { type Subscriber, stateTones } from "./subscriber-words.ts";

const states = ["confirmed", "asked", "left"] as const;
const typingMs = 250;

export function SubscribersPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/subscribers" });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page title={t("subscribers.title")} lead={t("subscribers.lead")}>
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <SiteSubscribers key={site.id} site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconMailHeart}
              title={t("subscribers.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("subscribers.noSite.lead")}
            </EmptyState>
          );
        }}
      </Asked>
    </Page>
  );
}

function SiteSubscribers({ site, sites }: { readonly site: Site; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Group align="flex-end" mb="lg">
        {sites.length > 1 && (
          <NativeSelect
            label={t("sites.one")}
            value={site.id}
            onChange={(event) =>
              void navigate({ to: "/subscribers", search: { site: event.currentTarget.value } })
            }
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <LinkButton variant="default" way={{ to: "/subscribers/offer", search: { site: site.id } }}>
          {t("subscribers.offer.open")}
        </LinkButton>
        <ImportButton siteId={site.id} />
        <ExportButton siteId={site.id} name={site.name} />
      </Group>
      <Growth siteId={site.id} />
      <Sources siteId={site.id} />
      <Section title={t("subscribers.list")}>
        <SubscriberList siteId={site.id} />
      </Section>
    </>
  );
}

function SubscriberList({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<Subscriber["state"]>();
  const [search] = useDebouncedValue(typed.trim(), typingMs);
  const subscribers = useList("listSubscribers", {
    siteId,
    ...(search === "" ? {} : { search }),
    ...(state === undefined ? {} : { state }),
  });
  const isFiltered = search !== "" || state !== undefined;
  return (
    <>
      <Group align="flex-end" mb="md">
        <TextInput
          label={t("subscribers.search")}
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ flex: "1 1 220px", maxWidth: 420 }}
        />
        <NativeSelect
          label={t("subscribers.state")}
          value={state ?? ""}
          onChange={(event) => setState(states.find((one) => one === event.currentTarget.value))}
          data={[
            { value: "", label: t("subscribers.anyState") },
            ...states.map((value) => ({ value, label: t(`subscribers.states.${value}`) })),
          ]}
        />
      </Group>
      <Asked query={{ ...subscribers, data: subscribers.rows }}>
        {(rows) =>
          rows.length === 0 ? <NoSubscribers isFiltered={isFiltered} /> : <SubscriberTable rows={rows} />
        }
      </Asked>
      <MoreButton pages={subscribers} />
    </>
  );
}

function NoSubscribers({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  if (isFiltered)
    return (
      <EmptyState icon={IconSearch} title={t("subscribers.none.title")}>
        {t("subscribers.none.lead")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconMailHeart}
      title={t("subscribers.empty.title")}
      action={<LinkButton way={{ to: "/elements" }}>{t("subscribers.empty.action")}</LinkButton>}
    >
      {t("subscribers.empty.lead")}
    </EmptyState>
  );
}

function SubscriberTable({ rows }: { readonly rows: readonly Subscriber[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Subscriber>[] = [
    {
      id: "address",
      header: t("subscribers.address"),
      isTitle: true,
      cell: ({ id, address }) => (
        <RoomLink way={{ to: "/subscribers/$subscriberId", params: { subscriberId: id } }}>
          <span style={{ overflowWrap: "anywhere" }}>{address}</span>
        </RoomLink>
      ),
    },
    {
      id: "state",
      header: t("subscribers.state"),
      isWhole: true,
      cell: ({ state }) => <StateMark tone={stateTones[state]}>{t(`subscribers.states.${state}`)}</StateMark>,
    },
    {
      id: "from",
      header: t("subscribers.from"),
      cell: ({ source, arrivedNetwork }) =>
        [t(`subscribers.sources.${source}`), arrivedNetwork].filter(Boolean).join(" · "),
    },
    {
      id: "frequency",
      header: t("subscribers.frequency"),
      isWhole: true,
      cell: ({ frequency }) => t(`subscribers.frequencies.${frequency}`),
    },
    {
      id: "since",
      header: t("subscribers.since"),
      isWhole: true,
      cell: ({ confirmedAt, askedAt }) => format.date(confirmedAt ?? askedAt),
    },
  ];
  return <DataTable caption={t("subscribers.list")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
