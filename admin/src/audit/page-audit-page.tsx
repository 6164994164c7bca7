import { Button } from "@mantine/core";
import { IconPencil, IconRefresh } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PageAudit } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { PageAuditView } from "./page-audit-view.tsx";
import { useAuditWords } from "./use-audit-words.ts";

export function PageAuditPage() {
  const { t } = useTranslation();
  const { auditId } = useParams({ from: "/house/readiness/pages/$auditId" });
  const { language } = useAuditWords();
  const audit = useAsk("getPageAudit", { id: auditId, language });
  return (
    <Page
      wide
      title={audit.data?.title ?? audit.data?.url ?? t("audit.page")}
      actions={audit.data && <Actions audit={audit.data} />}
    >
      <Asked query={audit}>{(data) => <PageAuditView audit={data} />}</Asked>
    </Page>
  );
}

function Actions({ audit }: { readonly audit: PageAudit }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { language } = useAuditWords();
  const again = useAct("auditPage", { stales: ["getPageAudit", "listPageAudits", "getSiteAudit"] });
  return (
    <>
      {audit.siteId !== null && (
        <LinkButton variant="subtle" color="gray" way={{ to: "/readiness", search: { site: audit.siteId } }}>
          {t("audit.wholeSite")}
        </LinkButton>
      )}
      {can("posts.write") && audit.siteId !== null && (
        <LinkButton
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden />}
          way={{ to: "/posts/new", search: { page: audit.url } }}
        >
          {t("pages.write")}
        </LinkButton>
      )}
      {can("sites.manage") && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={again.isPending}
          onClick={() => again.mutate({ url: audit.url, language })}
        >
          {t("audit.again")}
        </Button>
      )}
      <ProblemNote failure={again.error} />
    </>
  );
}
