import { Button, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import { useAct } from "#src/api/use-ask.ts";
import { RowsSkeleton } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { PageAuditView } from "./page-audit-view.tsx";
import { useAuditWords } from "./use-audit-words.ts";

/** Any page of the web, whosever it is. */
export function CheckPage() {
  const { t } = useTranslation();
  const { language } = useAuditWords();
  const [url, setUrl] = useState("");
  const audit = useAct("auditPage");
  return (
    <Page wide title={t("audit.check.title")} lead={t("audit.check.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const typed = url.trim();
          if (typed !== "")
            audit.mutate({ url: /^https?:/i.test(typed) ? typed : `https://${typed}`, language });
        }}
      >
        <Group align="flex-end" mb="lg">
          <TextInput
            label={t("audit.check.address")}
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            style={{ flex: "1 1 260px", maxWidth: 560 }}
          />
          <Button type="submit" loading={audit.isPending}>
            {t("audit.check.submit")}
          </Button>
        </Group>
      </form>
      <ProblemNote failure={audit.error} />
      {audit.isPending && <RowsSkeleton rows={5} />}
      {audit.data && !audit.isPending && <PageAuditView audit={audit.data} />}
    </Page>
  );
}
