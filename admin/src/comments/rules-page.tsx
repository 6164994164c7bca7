import { NativeSelect } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { EntryList } from "./entry-list.tsx";
import { Learned } from "./learned.tsx";
import { RulesForm } from "./rules-form.tsx";
import { TryText } from "./try-text.tsx";

/** How a site's comments are judged: rules, lists, and what its moderators have taught. */
export function RulesPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/comments/rules" });
  const sites = useAsk("listSites", { limit: 100 });
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
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <OfSite key={site.id} site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconShieldCheck}
              title={t("comments.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("comments.noSite.lead")}
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
  const settings = useAsk("getModerationSettings", { siteId: site.id });
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          mb="lg"
          maw={320}
          value={site.id}
          onChange={(event) =>
            void navigate({ to: "/comments/rules", search: { site: event.currentTarget.value } })
          }
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Section title={t("comments.learned.title")} lead={t("comments.learned.lead")}>
        <Learned siteId={site.id} />
        <TryText siteId={site.id} />
      </Section>
      <Asked query={settings}>{(found) => <RulesForm key={found.changedAt} settings={found} />}</Asked>
      <EntryList siteId={site.id} />
    </>
  );
}
