import { NativeSelect } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { AuditedPages } from "./audited-pages.tsx";
import { SiteReadiness } from "./site-readiness.tsx";

/** Whether a site's pages are ready for the networks. */
export function ReadinessPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/readiness" });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page
      wide
      title={t("audit.title")}
      lead={t("audit.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/readiness/check" }}>
          {t("audit.check.title")}
        </LinkButton>
      }
    >
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <OfSite key={site.id} site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconShieldCheck}
              title={t("audit.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("audit.noSite.lead")}
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
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          mb="lg"
          maw={320}
          value={site.id}
          onChange={(event) =>
            void navigate({ to: "/readiness", search: { site: event.currentTarget.value } })
          }
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SiteReadiness site={site} />
      <AuditedPages site={site} />
    </>
  );
}
