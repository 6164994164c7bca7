import { NativeSelect, Tabs } from "@mantine/core";
import { IconCode } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Page } from "#src/shell/page.tsx";
import { elementKinds } from "./element-kinds.ts";
import { ElementWorkshop } from "./element-workshop.tsx";
import { SiteScript } from "./site-script.tsx";
import classes from "./elements.module.css";

/** What an owner puts onto his pages: each shown live, with its settings and the line to copy. */
export function ElementsPage() {
  const { t } = useTranslation();
  return (
    <Page wide title={t("elements.title")} lead={t("elements.lead")}>
      <OfSite icon={IconCode} noSite={{ title: t("elements.noSite.title"), lead: t("elements.noSite.lead") }}>
        {(site) => <SiteElements site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteElements({ site }: { readonly site: Site }) {
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
