import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Asked } from "#src/shell/asked.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { EntryList } from "./entry-list.tsx";
import { Learned } from "./learned.tsx";
import { RulesForm } from "./rules-form.tsx";
import { TryText } from "./try-text.tsx";

/** How a site's comments are judged: rules, lists, and what its moderators have taught. */
export function RulesPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t("comments.rules.title")}
      lead={t("comments.rules.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/comments" }}>
          {t("comments.title")}
        </LinkButton>
      }
    >
      <OfSite
        icon={IconShieldCheck}
        noSite={{ title: t("comments.noSite.title"), lead: t("comments.noSite.lead") }}
      >
        {(site) => <SiteRules key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteRules({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const settings = useAsk("getModerationSettings", { siteId: site.id });
  return (
    <>
      <Section title={t("comments.learned.title")} lead={t("comments.learned.lead")}>
        <Learned siteId={site.id} />
        <TryText siteId={site.id} />
      </Section>
      <Asked query={settings}>{(found) => <RulesForm key={found.changedAt} settings={found} />}</Asked>
      <EntryList siteId={site.id} />
    </>
  );
}
