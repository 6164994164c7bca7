import { Alert, Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PageAudit } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Section } from "#src/shell/page.tsx";
import { CardPreviews } from "./card-preview.tsx";
import { FindingGroups } from "./finding-list.tsx";
import { PageTags, tagsPart } from "./page-tags.tsx";
import { ScoreBars, ScoreMark } from "./score.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import classes from "./audit.module.css";

/** One page's audit, whether it is kept or not. */
export function PageAuditView({ audit }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  const { nameOf } = useAuditWords();
  const page = audit.siteId === null ? undefined : { siteId: audit.siteId, url: audit.url };
  const rows = Object.entries(audit.score.networks).map(([id, value]) => ({ id, name: nameOf(id), value }));
  return (
    <>
      <Summary audit={audit} />
      <Jumps audit={audit} />
      <NotAudited audit={audit} />
      {rows.length > 0 && (
        <Section title={t("audit.byNetwork")}>
          <ScoreBars label={t("audit.byNetwork")} rows={rows} isSplit />
        </Section>
      )}
      <div id={parts.cards} className={classes.part}>
        <CardPreviews cards={audit.cards} styles={audit.cardStyles} />
      </div>
      {audit.findings.length === 0 && audit.outcome === "audited" && (
        <Text mt="lg">{t("audit.nothingFound")}</Text>
      )}
      <div id={parts.findings} className={classes.part}>
        <FindingGroups findings={audit.findings} page={page} />
      </div>
      {page && audit.outcome === "audited" && (
        <div id={parts.tags} className={classes.part}>
          <PageTags page={page} />
        </div>
      )}
      {audit.broken.length > 0 && (
        <Text size="sm" c="dimmed" mt="lg">
          {t("audit.broken", { rules: audit.broken.map(({ ruleId }) => ruleId).join(", ") })}
        </Text>
      )}
    </>
  );
}

const parts = { cards: "cards", findings: "findings", tags: tagsPart } as const;

/** The page is long: sixteen cards stand before what is to be mended. */
function Jumps({ audit }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  if (audit.outcome !== "audited") return null;
  return (
    <ul className={classes.jumps} aria-label={t("audit.jumps")}>
      {audit.cards.length > 0 && (
        <li>
          <Anchor href={`#${parts.cards}`}>{t("audit.cards.title")}</Anchor>
        </li>
      )}
      {audit.findings.length > 0 && (
        <li>
          <Anchor href={`#${parts.findings}`}>{t("audit.toMend", { count: audit.findings.length })}</Anchor>
        </li>
      )}
      {audit.siteId !== null && (
        <li>
          <Anchor href={`#${parts.tags}`}>{t("audit.tags.title")}</Anchor>
        </li>
      )}
    </ul>
  );
}

function NotAudited({ audit: { outcome, visit } }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  if (outcome === "audited") return null;
  return (
    <Alert color="red" mt="md" title={t(`audit.outcomes.${outcome}`)}>
      {visit.failure?.message ?? t("audit.answered", { status: String(visit.status ?? "–") })}
    </Alert>
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
    <div className={classes.headline}>
      <ScoreMark value={score.page} large />
      <div className={classes.summary}>
        <Anchor href={url} target="_blank" rel="noreferrer">
          {url}
        </Anchor>
        <Text size="sm" c="dimmed">
          {facts.join(" · ")}
        </Text>
      </div>
    </div>
  );
}
