import { Alert, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconFlagCheck } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { EndTestDialog } from "./end-test-dialog.tsx";
import classes from "./headlines.module.css";
import { RateChart } from "./rate-chart.tsx";

export type Report = Output<"getHeadlineTest">;
export type Arm = Report["arms"][number];

const refreshMs = 60_000;

/** One test: what each title brought, how sure that is, and what to do. */
export function TestPage() {
  const { t } = useTranslation();
  const { testId } = useParams({ from: "/house/headlines/$testId" });
  const report = useAsk("getHeadlineTest", { testId }, { everyMs: refreshMs });
  return (
    <Page
      wide
      title={report.data?.path ?? t("headlines.test")}
      actions={report.data && <End report={report.data} />}
    >
      <Asked query={report} rows={6}>
        {(found) => <Findings report={found} />}
      </Asked>
    </Page>
  );
}

function End({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  if (!can("content.edit") || report.endedAt !== null) return null;
  return (
    <>
      <Button leftSection={<IconFlagCheck size={18} aria-hidden />} onClick={open}>
        {t("headlines.end.title")}
      </Button>
      <EndTestDialog report={report} opened={opened} onClose={close} />
    </>
  );
}

function Findings({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, endedAt, beganAt, endedBy, beganBy, arms, leaderId, winnerId } = report;
  const leader = arms.find(({ id }) => id === leaderId)?.title ?? "";
  const winner = arms.find(({ id }) => id === winnerId)?.title;
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("headlines.since", { date: format.dateTime(beganAt), who: beganBy })}
        {endedAt && ` · ${t("headlines.until", { date: format.dateTime(endedAt), who: endedBy ?? "" })}`}
      </Text>
      {winner !== undefined && (
        <Alert
          color="teal"
          icon={<IconFlagCheck aria-hidden />}
          mb="md"
          title={t("headlines.won", { title: winner })}
        />
      )}
      <Verdict verdict={verdict} leader={leader} />
      {arms.some(({ interval }) => interval !== null) && (
        <Section title={t("headlines.rates")} lead={t("headlines.ratesLead")}>
          <RateChart arms={arms} leaderId={leaderId} />
        </Section>
      )}
      <Section title={t("headlines.figures")}>
        <ArmTable arms={arms} />
      </Section>
    </>
  );
}

function Verdict({ verdict, leader }: { readonly verdict: Report["verdict"]; readonly leader: string }) {
  const { t } = useTranslation();
  const color = verdict === "spoilt" ? "red" : verdict === "proven" ? "teal" : "gray";
  return (
    <Alert
      variant="light"
      color={color}
      {...(verdict === "spoilt" && { icon: <IconAlertTriangle aria-hidden /> })}
      title={t(`headlines.verdict.${verdict}.title`, { title: leader })}
    >
      {t(`headlines.verdict.${verdict}.lead`)}
    </Alert>
  );
}

function ArmTable({ arms }: { readonly arms: readonly Arm[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? "–" : format.percent(value));
  const columns: Column<Arm>[] = [
    {
      id: "title",
      header: t("headlines.arm"),
      isTitle: true,
      cell: ({ title }) => <span className={classes.title}>{title}</span>,
    },
    {
      id: "exposures",
      header: t("headlines.exposures"),
      isNumber: true,
      cell: ({ exposures }) => (exposures === null ? "–" : format.number(exposures)),
    },
    {
      id: "clicks",
      header: t("headlines.clicks"),
      isNumber: true,
      cell: ({ clicks }) => format.number(clicks),
    },
    {
      id: "reads",
      header: t("headlines.qualityClicks"),
      isNumber: true,
      cell: ({ qualityClicks }) => format.number(qualityClicks),
    },
    { id: "rate", header: t("headlines.rate"), isNumber: true, cell: ({ rate }) => percent(rate) },
    {
      id: "best",
      header: t("headlines.bestChance"),
      isNumber: true,
      cell: ({ bestChance }) => percent(bestChance),
    },
    { id: "weight", header: t("headlines.weight"), isNumber: true, cell: ({ weight }) => percent(weight) },
  ];
  return (
    <DataTable
      caption={t("headlines.figures")}
      columns={columns}
      rows={arms}
      keyOf={({ id }) => id}
      minWidth={760}
    />
  );
}
