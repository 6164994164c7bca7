import { NativeSelect } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";

interface OfSiteProps {
  /** What stands there while there is no site at all. */
  readonly icon: Icon;
  readonly noSite: { readonly title: string; readonly lead: string };
  readonly children: (site: Site) => ReactNode;
}

/**
 * What a room shows of one site: of the one that the address's `site` names, else of the first. Where there are
 * several, they can be chosen among; where there is none, it leads to the sites.
 */
export function OfSite({ icon, noSite, children }: OfSiteProps) {
  const { t } = useTranslation();
  const { site: chosen }: { readonly site?: string | undefined } = useSearch({ strict: false });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Asked query={sites}>
      {({ items }) => {
        const site = items.find(({ id }) => id === chosen) ?? items[0];
        return site ? (
          <>
            <SitePicker site={site} sites={items} />
            {children(site)}
          </>
        ) : (
          <EmptyState
            icon={icon}
            title={noSite.title}
            action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
          >
            {noSite.lead}
          </EmptyState>
        );
      }}
    </Asked>
  );
}

function SitePicker({ site, sites }: { readonly site: Site; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (sites.length < 2) return null;
  return (
    <NativeSelect
      label={t("sites.one")}
      mb="lg"
      maw={320}
      value={site.id}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({ to: ".", search: (before: object) => ({ ...before, site: value }) });
      }}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
