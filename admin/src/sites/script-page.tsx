import { Checkbox, MultiSelect, NativeSelect, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { IconCode } from "@tabler/icons-react";
import { destinations } from "@samovar/widgets/pass-button/destinations.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { buttonLines, type ButtonChoices, scriptLine } from "./embed-lines.ts";
import { PassPreview } from "./pass-preview.tsx";
import classes from "./sites.module.css";

export function ScriptPage() {
  const { t } = useTranslation();
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page title={t("script.title")} lead={t("script.lead")}>
      <Asked query={sites}>
        {({ items }) =>
          items[0] ? (
            <Lines sites={items} first={items[0]} />
          ) : (
            <EmptyState
              icon={IconCode}
              title={t("script.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("script.noSite.lead")}
            </EmptyState>
          )
        }
      </Asked>
    </Page>
  );
}

function Lines({ sites, first }: { readonly sites: readonly Site[]; readonly first: Site }) {
  const { t } = useTranslation();
  const [siteId, setSiteId] = useState(first.id);
  const [needsConsent, setConsent] = useState(false);
  const site = sites.find(({ id }) => id === siteId) ?? first;
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          value={siteId}
          maw={320}
          mb="lg"
          onChange={(event) => setSiteId(event.currentTarget.value)}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Section title={t("script.lineTitle")} lead={t("script.lineLead")}>
        <Stack>
          <Checkbox
            label={t("script.consent")}
            description={t("script.consentHint")}
            checked={needsConsent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
          />
          <CopyField value={scriptLine(site.embedLine, needsConsent)} label={t("script.lineTitle")} />
        </Stack>
      </Section>
      <ShareButton />
    </>
  );
}

const themes = ["", "light", "dark"] as const;

function ShareButton() {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<ButtonChoices>({ label: "", theme: "", networks: [] });
  const set = (change: Partial<ButtonChoices>) => setChoices({ ...choices, ...change });
  return (
    <Section title={t("script.buttonTitle")} lead={t("script.buttonLead")}>
      <div className={classes.buttonGrid}>
        <Stack>
          <TextInput
            label={t("script.label")}
            description={t("script.labelHint")}
            value={choices.label}
            onChange={(event) => set({ label: event.currentTarget.value })}
          />
          <div>
            <p className={classes.fieldLabel}>{t("theme.label")}</p>
            <SegmentedControl
              aria-label={t("theme.label")}
              value={choices.theme}
              onChange={(value) => set({ theme: themes.find((theme) => theme === value) ?? "" })}
              data={themes.map((value) => ({
                value,
                label: t(value === "" ? "script.pageTheme" : `theme.${value}`),
              }))}
            />
          </div>
          <MultiSelect
            label={t("script.networks")}
            description={t("script.networksHint")}
            value={[...choices.networks]}
            onChange={(networks) => set({ networks })}
            data={Object.entries(destinations).map(([value, [name]]) => ({
              value,
              label: name || t("person.email"),
            }))}
            clearable
            clearButtonProps={{ "aria-label": t("action.clear") }}
            searchable
          />
        </Stack>
        <PassPreview choices={choices} />
      </div>
      <CopyField value={buttonLines(window.location.origin, choices)} label={t("script.buttonTitle")} />
    </Section>
  );
}
