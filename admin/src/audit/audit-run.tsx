import { Button, Group, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditRun } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import { useEffect } from "react";
import classes from "./audit.module.css";

export function StartAudit({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const tell = useTellProblem();
  const start = useAct("startSiteAudit", { stales: ["getSiteAudit"] });
  useEffect(() => {
    if (start.error) tell(start.error);
    // oxlint-disable-next-line react/exhaustive-deps -- each failure is told once, not once for each drawing
  }, [start.error]);
  if (!can("sites.manage")) return null;
  return (
    <Button loading={start.isPending} onClick={() => start.mutate({ siteId })}>
      {t("audit.start")}
    </Button>
  );
}

/** How far the audit that is under way has come. */
export function AuditRunBar({ run }: { readonly run: AuditRun }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const stop = useAct("stopSiteAudit", { stales: ["getSiteAudit", "listPageAudits"] });
  const known = Math.max(run.pagesKnown, run.pagesDone, 1);
  return (
    <div className={classes.run} role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t("audit.running", { done: run.pagesDone, known: run.pagesKnown })}</Text>
        {can("sites.manage") && (
          <Button
            size="compact-sm"
            variant="default"
            loading={stop.isPending}
            onClick={() => stop.mutate({ siteId: run.siteId })}
          >
            {t("audit.stop")}
          </Button>
        )}
      </Group>
      <Progress value={(run.pagesDone / known) * 100} aria-label={t("audit.progress")} mt={8} animated />
    </div>
  );
}
