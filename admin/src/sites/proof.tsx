import { Button, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { ProofMark } from "./sites-page.tsx";

const methods = ["meta", "file", "dns"] as const;
type Method = (typeof methods)[number];

/** Three ways to show that the site is yours; one is enough. */
export function Proof({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const [method, setMethod] = useState<Method>("meta");
  const prove = useAct("proveSite", { stales: ["getSite", "listSites"] });
  return (
    <Section title={t("sites.proofTitle")} lead={t("sites.proofLead")} actions={<ProofMark site={site} />}>
      <Stack align="stretch">
        {site.provedAt && site.provedBy && (
          <Text size="sm" c="dimmed">
            {t("sites.provedAt", {
              when: format.dateTime(site.provedAt),
              how: t(`sites.proofs.${site.provedBy}.name`),
            })}
          </Text>
        )}
        <SegmentedControl
          aria-label={t("sites.proofWay")}
          value={method}
          onChange={(value) => setMethod(methods.find((each) => each === value) ?? "meta")}
          data={methods.map((value) => ({ value, label: t(`sites.proofs.${value}.name`) }))}
          style={{ alignSelf: "flex-start" }}
        />
        <Ways site={site} method={method} />
        <ProblemNote failure={prove.error} />
        {can("sites.manage") && (
          <Button
            style={{ alignSelf: "flex-start" }}
            variant={site.provedAt ? "default" : "filled"}
            loading={prove.isPending}
            onClick={() => prove.mutate({ id: site.id, method })}
          >
            {t("sites.check")}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function Ways({ site, method }: { readonly site: Site; readonly method: Method }) {
  const { t } = useTranslation();
  const { proofs } = site;
  const label = t(`sites.proofs.${method}.name`);
  if (method === "meta") {
    return (
      <Stack gap="xs">
        <Text size="sm">{t("sites.proofs.meta.how", { origin: site.origin })}</Text>
        <CopyField value={proofs.meta} label={label} />
      </Stack>
    );
  }
  const [place, text] =
    method === "file" ? [proofs.fileUrl, proofs.fileText] : [proofs.dnsName, proofs.dnsText];
  return (
    <Stack gap="xs">
      <Text size="sm">{t(`sites.proofs.${method}.how`)}</Text>
      <CopyField value={place} label={t(`sites.proofs.${method}.place`)} />
      <Text size="sm">{t(`sites.proofs.${method}.text`)}</Text>
      <CopyField value={text} label={label} />
    </Stack>
  );
}
