import { Checkbox, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Section } from "#src/shell/page.tsx";
import { scriptLine } from "./element-lines.ts";

/** The line that goes once into the head of every page. */
export function SiteScript({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const [needsConsent, setConsent] = useState(false);
  return (
    <Section title={t("elements.script.title")} lead={t("elements.script.lead")}>
      <Stack>
        <Checkbox
          label={t("elements.script.consent")}
          description={t("elements.script.consentHint")}
          checked={needsConsent}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        <CopyField value={scriptLine(site.embedLine, needsConsent)} label={t("elements.script.title")} />
      </Stack>
    </Section>
  );
}
