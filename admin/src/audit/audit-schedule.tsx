import { Button, Group, NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SiteAudit } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";

type Schedule = SiteAudit["schedule"];
const rhythms = ["off", "daily", "weekly"] as const;

export function AuditSchedule({
  siteId,
  schedule,
}: {
  readonly siteId: string;
  readonly schedule: Schedule;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [every, setEvery] = useState(schedule.every);
  const [maxPages, setMaxPages] = useState<number | string>(schedule.maxPages);
  const set = useAct("setAuditSchedule", { stales: ["getSiteAudit"] });
  if (!can("sites.manage")) return null;
  const isChanged = every !== schedule.every || maxPages !== schedule.maxPages;
  return (
    <Section title={t("audit.schedule.title")} lead={t("audit.schedule.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ siteId, every, maxPages: Number(maxPages) });
        }}
      >
        <Group align="flex-end">
          <NativeSelect
            label={t("audit.schedule.every")}
            value={every}
            onChange={(event) =>
              setEvery(rhythms.find((each) => each === event.currentTarget.value) ?? "off")
            }
            data={rhythms.map((value) => ({ value, label: t(`audit.schedule.rhythms.${value}`) }))}
          />
          <NumberInput
            label={t("audit.schedule.maxPages")}
            min={1}
            max={5000}
            allowDecimal={false}
            value={maxPages}
            onChange={setMaxPages}
            w={160}
          />
          <Button type="submit" variant="default" loading={set.isPending} disabled={!isChanged}>
            {t("action.save")}
          </Button>
        </Group>
      </form>
      <ProblemNote failure={set.error} />
    </Section>
  );
}
