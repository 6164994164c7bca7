import { IconPhoto } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { CardEditor } from "./card-editor.tsx";
import { PageCards } from "./page-card.tsx";

/** How the card images of a site look, and those of its pages. */
export function CardsPage() {
  const { t } = useTranslation();
  return (
    <Page wide title={t("cards.title")} lead={t("cards.lead")}>
      <OfSite icon={IconPhoto} noSite={{ title: t("cards.noSite.title"), lead: t("cards.noSite.lead") }}>
        {(site) => <SiteCards key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteCards({ site }: { readonly site: Site }) {
  const template = useAsk("getCardTemplate", { siteId: site.id });
  return (
    <>
      <Asked query={template} rows={8}>
        {(data) => <CardEditor template={data} />}
      </Asked>
      <PageCards site={site} />
    </>
  );
}
