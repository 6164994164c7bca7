import { Alert, Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PageAudit } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Section } from "#src/shell/page.tsx";
import { CardPreviews } from "./card-preview.tsx";
import { FindingGroups } from "./finding-list.tsx";
import { ScoreBars, ScoreMark } from "./score.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import classes from "./audit.module.css";

/** One page's audit, whether it is kept or not. */
export function PageAuditView({ audit }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  const { nameOf } = useAuditWords();
  const rows = Object.entries(audit.score.networks).map(([id, value]) => ({ id, name: nameOf(id), value }));
  return (
    <>
      <Summary audit={audit} />
      {audit.outcome !== "audited" && (
        <Alert color="red" mt="md" title={t(`audit.outcomes.${audit.outcome}`)}>
          {audit.visit.failure?.message ?? t("audit.answered", { status: String(audit.visit.status ?? "–") })}
        </Alert>
      )}
      {rows.length > 0 && (
        <Section title={t("audit.byNetwork")}>
          <ScoreBars label={t("audit.byNetwork")} rows={rows} />
        </Section>
      )}
      <CardPreviews cards={audit.cards} styles={audit.cardStyles} />
      {audit.findings.length === 0 && audit.outcome === "audited" && (
        <Text mt="lg">{t("audit.nothingFound")}</Text>
      )}
      <FindingGroups findings={audit.findings} />
      {audit.broken.length > 0 && (
        <Text size="sm" c="dimmed" mt="lg">
          {t("audit.broken", { rules: audit.broken.map(({ ruleId }) => ruleId).join(", ") })}
        </Text>
      )}
    </>
  );
}

function Summary({ audit }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { visit, auditedAt, score, url } = audit;
  const facts = [
    t("audit.auditedAt", { when: format.relative(auditedAt) }),
    ...(visit.firstByteMs === null
      ? []
      : [t("audit.firstByte", { ms: format.number(Math.round(visit.firstByteMs)) })]),
    ...(visit.byteLength > 0 ? [format.bytes(visit.byteLength)] : []),
  ];
  return (
    <Group gap="lg" wrap="nowrap" align="center">
      <ScoreMark value={score.page} large />
      <div className={classes.summary}>
        <Anchor href={url} target="_blank" rel="noreferrer">
          {url}
        </Anchor>
        <Text size="sm" c="dimmed">
          {facts.join(" · ")}
        </Text>
      </div>
    </Group>
  );
}
