import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditFinding } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Section } from "#src/shell/page.tsx";
import type { OwnPage } from "./own-page.ts";
import { RepairAction } from "./repair-action.tsx";
import { SeverityMark } from "./severity-mark.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import classes from "./audit.module.css";

interface FindingGroupsProps {
  readonly findings: readonly AuditFinding[];
  /** Left out for a page of nobody here: nothing of it can be mended. */
  readonly page?: OwnPage | undefined;
}

/** What was found, group by group, in the order in which the server tells it: worst first. */
export function FindingGroups({ findings, page }: FindingGroupsProps) {
  const { t } = useTranslation();
  return [...Map.groupBy(findings, ({ group }) => group)].map(([group, own]) => (
    <Section key={group} title={t(`audit.groups.${group}`)}>
      <ul className={classes.findings}>
        {own.map((finding) => (
          <li key={`${finding.ruleId} ${finding.key} ${String(finding.networks)} ${String(finding.line)}`}>
            <FindingItem finding={finding} page={page} />
          </li>
        ))}
      </ul>
    </Section>
  ));
}

interface FindingItemProps {
  readonly finding: AuditFinding;
  readonly page: OwnPage | undefined;
}

function FindingItem({ finding, page }: FindingItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language, ruleOf, tellNetworks } = useAuditWords();
  const { ruleId, severity, title, what, remedy, excerpt, line, paste, grade, firstSeenAt } = finding;
  const rule = ruleOf(ruleId);
  const details = [
    tellNetworks(finding.networks),
    line === null ? "" : t("audit.line", { number: format.number(line) }),
    firstSeenAt === null ? "" : t("audit.since", { when: format.relative(firstSeenAt) }),
  ].filter(Boolean);
  return (
    <article>
      <Group gap="xs">
        <SeverityMark severity={severity} />
        <strong>{title[language]}</strong>
        <Text size="sm" c="dimmed">
          {details.join(" · ")}
        </Text>
      </Group>
      <p>{what[language]}</p>
      {excerpt !== null && <pre className={classes.excerpt}>{excerpt}</pre>}
      <p className={classes.remedy}>{remedy[language]}</p>
      {paste !== null && <CopyField value={paste} label={title[language]} />}
      {page && <RepairAction repair={finding.repair} page={page} />}
      {rule && (
        <details className={classes.why}>
          <summary>{t("audit.why", { id: ruleId })}</summary>
          <p>{rule.why[language]}</p>
          <p>
            {t(`audit.grades.${grade}`)}{" "}
            {/^https?:/.test(rule.source) ? (
              <Anchor href={rule.source} target="_blank" rel="noreferrer">
                {t("audit.source")}
              </Anchor>
            ) : (
              <span className="dimmed">{rule.source}</span>
            )}
          </p>
        </details>
      )}
    </article>
  );
}
