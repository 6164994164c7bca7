import { feature } from "#src/platform/operation/feature.ts";
import { auditNewPages, hearPagesLearned } from "./audit-new-pages.job.ts";
import { auditPage } from "./audit-page.ts";
import { forgetAudits } from "./forget-audits.job.ts";
import { getPageAudit } from "./get-page-audit.ts";
import { getSiteAudit } from "./get-site-audit.ts";
import { listAuditRules } from "./list-audit-rules.ts";
import { listPageAudits } from "./list-page-audits.ts";
import { listRegressions } from "./list-regressions.ts";
import { setAuditSchedule } from "./set-audit-schedule.ts";
import { startDueAudits } from "./start-due-audits.job.ts";
import { startSiteAudit, stopSiteAudit } from "./start-site-audit.ts";
import { resumeRuns, walkSiteJob } from "./walk-site.job.ts";

/** Whether the owner's pages are ready for the networks: looked at by schedule, with what got worse and since when. */
export const audit = feature({
  name: "audit",
  operations: [
    auditPage,
    getPageAudit,
    listPageAudits,
    getSiteAudit,
    startSiteAudit,
    stopSiteAudit,
    setAuditSchedule,
    listRegressions,
    listAuditRules,
  ],
  jobs: [walkSiteJob, resumeRuns, auditNewPages, startDueAudits, forgetAudits],
  listeners: [hearPagesLearned],
});
