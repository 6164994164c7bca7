import { NativeSelect, Tabs } from "@mantine/core";
import { IconCode } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { elementKinds } from "./element-kinds.ts";
import { ElementWorkshop } from "./element-workshop.tsx";
import { SiteScript } from "./site-script.tsx";
import classes from "./elements.module.css";

/** What an owner puts onto his pages: each shown live, with its settings and the line to copy. */
export function ElementsPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/elements" });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page wide title={t("elements.title")} lead={t("elements.lead")}>
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <OfSite site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconCode}
              title={t("elements.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("elements.noSite.lead")}
            </EmptyState>
          );
        }}
      </Asked>
    </Page>
  );
}

function OfSite({ site, sites }: { readonly site: Site; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { element } = useSearch({ from: "/house/elements" });
  const kind = elementKinds.find(({ id }) => id === element);
  const choices = [
    { value: "script", label: t("elements.script.title") },
    ...elementKinds.map(({ id }) => ({ value: id, label: t(`elements.kinds.${id}.title`) })),
  ];
  const go = (change: { readonly site?: string; readonly element?: string }) =>
    void navigate({ to: "/elements", search: { site: site.id, element, ...change } });
  const value = kind?.id ?? "script";
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          value={site.id}
          maw={320}
          mb="lg"
          onChange={(event) => go({ site: event.currentTarget.value })}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        className={classes.narrow}
        label={t("elements.one")}
        value={value}
        mb="lg"
        onChange={(event) => go({ element: event.currentTarget.value })}
        data={choices}
      />
      <Tabs value={value} onChange={(next) => next && go({ element: next })} keepMounted={false}>
        <Tabs.List className={classes.wide} aria-label={t("elements.one")} mb="lg">
          {choices.map((choice) => (
            <Tabs.Tab key={choice.value} value={choice.value}>
              {choice.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={value}>
          {kind ? <ElementWorkshop key={kind.id} kind={kind} site={site} /> : <SiteScript site={site} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
