import { Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Site, SiteAudit } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Section } from "#src/shell/page.tsx";
import { RoomLink } from "#src/shell/room-link.tsx";
import { AuditRunBar, StartAudit } from "./audit-run.tsx";
import { AuditSchedule } from "./audit-schedule.tsx";
import { ScoreBars, ScoreMark } from "./score.tsx";
import { SeverityMark } from "./severity-mark.tsx";
import { Trend } from "./trend.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import classes from "./audit.module.css";

const watchMs = 2000;
const lookMs = 30_000;

export function SiteReadiness({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const audit = useAsk("getSiteAudit", { siteId: site.id }, { everyMs: lookMs });
  const isRunning = Boolean(audit.data?.current);
  useAsk("getSiteAudit", { siteId: site.id }, { everyMs: watchMs, enabled: isRunning });
  return (
    <Asked query={audit} rows={6}>
      {(data) => (
        <>
          {data.current && <AuditRunBar run={data.current} />}
          {data.latest || data.counts.pages > 0 ? (
            <Outcome site={site} audit={data} />
          ) : (
            !data.current && (
              <EmptyState
                icon={IconShieldCheck}
                title={t("audit.empty.title")}
                action={<StartAudit siteId={site.id} />}
              >
                {t("audit.empty.lead")}
              </EmptyState>
            )
          )}
          <AuditSchedule siteId={site.id} schedule={data.schedule} />
        </>
      )}
    </Asked>
  );
}

function Outcome({ site, audit }: { readonly site: Site; readonly audit: SiteAudit }) {
  const { t } = useTranslation();
  const { nameOf } = useAuditWords();
  const networks = Object.entries(audit.score.networks).map(([id, value]) => ({
    id,
    name: nameOf(id),
    value,
  }));
  const groups = Object.entries(audit.score.groups).map(([id, value]) => ({
    id,
    name: t(`audit.groups.${groupOf(id)}`),
    value,
  }));
  return (
    <>
      <Headline site={site} audit={audit} />
      <MendFirst site={site} audit={audit} />
      <Regressions audit={audit} />
      <div className={classes.beside}>
        <Section title={t("audit.byNetwork")}>
          <ScoreBars label={t("audit.byNetwork")} rows={networks} />
        </Section>
        <Section title={t("audit.byGroup")}>
          <ScoreBars label={t("audit.byGroup")} rows={groups} />
        </Section>
      </div>
      <Trend audit={audit} />
    </>
  );
}

type Group = SiteAudit["rules"][number]["group"];
const groupIds: readonly Group[] = [
  "fetching",
  "placement",
  "identity",
  "text",
  "image",
  "extras",
  "spreading",
  "reading",
  "staying",
  "speed",
  "relevance",
];
const groupOf = (id: string): Group => groupIds.find((each) => each === id) ?? "extras";

function Headline({ site, audit }: { readonly site: Site; readonly audit: SiteAudit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { findings, pages, pagesWithErrors } = audit.counts;
  return (
    <div className={classes.headline}>
      <ScoreMark value={audit.score.page} large />
      <div className={classes.summary}>
        <p>
          {t("audit.pagesAudited", { count: pages })}
          {pagesWithErrors > 0 && ` · ${t("audit.pagesWithErrors", { count: pagesWithErrors })}`}
        </p>
        <Text size="sm" c="dimmed">
          {t("audit.errors", { count: findings.errors })}, {t("audit.warnings", { count: findings.warnings })}
          {audit.latest?.endedAt &&
            ` · ${t("audit.auditedAt", { when: format.relative(audit.latest.endedAt) })}`}
        </Text>
      </div>
      {!audit.current && <StartAudit siteId={site.id} />}
    </div>
  );
}

const shownRules = 8;

function MendFirst({ site, audit }: { readonly site: Site; readonly audit: SiteAudit }) {
  const { t } = useTranslation();
  const { language } = useAuditWords();
  if (audit.rules.length === 0) return null;
  return (
    <Section title={t("audit.mendFirst")}>
      <ol className={classes.rules}>
        {audit.rules.slice(0, shownRules).map(({ ruleId, severity, title, pages }) => (
          <li key={ruleId}>
            <SeverityMark severity={severity} />
            <RoomLink quiet way={{ to: "/readiness", search: { site: site.id, rule: ruleId } }}>
              {title[language]}
            </RoomLink>
            <span className="dimmed">{t("audit.onPages", { count: pages })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What was well before, with the day since when it is not. */
function Regressions({ audit }: { readonly audit: SiteAudit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = useAuditWords();
  if (audit.regressions.length === 0) return null;
  return (
    <Section title={t("audit.regressions")} lead={t("audit.regressionsLead")}>
      <ul className={classes.rules}>
        {audit.regressions.map(({ id, severity, what, url, firstSeenAt, pageAuditId }) => (
          <li key={id}>
            <SeverityMark severity={severity} />
            <span>
              {what[language]}{" "}
              <RoomLink way={{ to: "/readiness/pages/$auditId", params: { auditId: pageAuditId } }}>
                {new URL(url).pathname}
              </RoomLink>
            </span>
            <time className="dimmed" dateTime={firstSeenAt} title={format.dateTime(firstSeenAt)}>
              {t("audit.since", { when: format.relative(firstSeenAt) })}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
