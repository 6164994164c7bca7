import { NativeSelect } from "@mantine/core";
import { IconPhoto } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { CardEditor } from "./card-editor.tsx";
import { PageCards } from "./page-card.tsx";

/** How the card images of a site look, and those of its pages. */
export function CardsPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/cards" });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page wide title={t("cards.title")} lead={t("cards.lead")}>
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <SiteCards key={site.id} site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconPhoto}
              title={t("cards.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("cards.noSite.lead")}
            </EmptyState>
          );
        }}
      </Asked>
    </Page>
  );
}

function SiteCards({ site, sites }: { readonly site: Site; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const template = useAsk("getCardTemplate", { siteId: site.id });
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          mb="lg"
          maw={320}
          value={site.id}
          onChange={(event) => void navigate({ to: "/cards", search: { site: event.currentTarget.value } })}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Asked query={template} rows={8}>
        {(data) => <CardEditor template={data} />}
      </Asked>
      <PageCards site={site} />
    </>
  );
}
