import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Section } from "#src/shell/page.tsx";
import type { ElementId, ElementKind, Settings } from "./element-kinds.ts";
import { elementLine } from "./element-lines.ts";
import { ElementPreview } from "./element-preview.tsx";
import { ElementSettings } from "./element-settings.tsx";
import classes from "./elements.module.css";

interface WorkshopProps {
  readonly kind: ElementKind & { readonly id: ElementId };
  readonly site: Site;
}

/** One element: what can be set, how it looks and works, and the line to copy. */
export function ElementWorkshop({ kind, site }: WorkshopProps) {
  const { t } = useTranslation();
  const [settings, setSettings] = useState<Settings>({});
  const title = t(`elements.kinds.${kind.id}.title`);
  const siteKey = keyOf(site);
  const where = { origin: window.location.origin, siteKey, fallback: title };
  return (
    <Section title={title} lead={t(`elements.kinds.${kind.id}.lead`)}>
      <div className={classes.grid}>
        <ElementSettings
          siteId={site.id}
          fields={kind.fields}
          settings={settings}
          onChange={(change) => setSettings({ ...settings, ...change })}
        />
        <ElementPreview kind={kind} settings={settings} siteKey={siteKey} page={`${site.origin}/`} />
      </div>
      <Stack gap="xs">
        <CopyField value={elementLine(kind, settings, where)} label={title} />
        <p className={classes.hint}>{t("elements.placeHint")}</p>
      </Stack>
    </Section>
  );
}

/** The public key, as it stands in the line that the server has written. */
const keyOf = ({ embedLine }: Site) => /data-site="([^"]*)"/.exec(embedLine)?.[1] ?? "";
