import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMailHeart, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { OfSite } from "#src/sites/of-site.tsx";
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
  return (
    <Page title={t("subscribers.title")} lead={t("subscribers.lead")}>
      <OfSite
        icon={IconMailHeart}
        noSite={{ title: t("subscribers.noSite.title"), lead: t("subscribers.noSite.lead") }}
      >
        {(site) => <SiteSubscribers key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteSubscribers({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  return (
    <>
      <Group align="flex-end" mb="lg">
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
