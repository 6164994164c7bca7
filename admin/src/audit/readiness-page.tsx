import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { AuditedPages } from "./audited-pages.tsx";
import { SiteReadiness } from "./site-readiness.tsx";

/** Whether a site's pages are ready for the networks. */
export function ReadinessPage() {
  const { t } = useTranslation();
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
      <OfSite
        icon={IconShieldCheck}
        noSite={{ title: t("audit.noSite.title"), lead: t("audit.noSite.lead") }}
      >
        {(site) => <SiteAudits key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteAudits({ site }: { readonly site: Site }) {
  return (
    <>
      <SiteReadiness site={site} />
      <AuditedPages site={site} />
    </>
  );
}
