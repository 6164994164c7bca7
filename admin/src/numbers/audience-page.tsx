import { NativeSelect, SegmentedControl, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input, Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { CohortTable } from "./cohort-table.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { type Numbers, useNumbers } from "./narrowing.ts";
import { RegularBars } from "./regular-bars.tsx";
import { useValueWords } from "./value-words.ts";

type Interval = NonNullable<Input<"getCohorts">["interval"]>;
type By = NonNullable<Input<"getRegulars">["by"]>;
type Path = Output<"getNewcomerPaths">["rows"][number];

const intervals = ["week", "month"] as const satisfies readonly Interval[];
const ways = ["source", "network", "campaign", "entryPage"] as const satisfies readonly By[];

/** Who comes back, what brings those who stay, and what newcomers do next. */
export function AudiencePage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <Page wide title={t("audience.title")} lead={t("audience.lead")}>
      <NarrowingBar numbers={numbers} />
      <CohortSection numbers={numbers} />
      <RegularSection numbers={numbers} />
      <NewcomerSection numbers={numbers} />
    </Page>
  );
}

const onlyWhenAndWhere = ({ question: { from, to, siteId } }: Numbers) => ({
  from,
  to,
  ...(siteId !== undefined && { siteId }),
});

function CohortSection({ numbers }: { readonly numbers: Numbers }) {
  const { t } = useTranslation();
  const [interval, chooseInterval] = useState<Interval>("week");
  const report = useAsk("getCohorts", { ...onlyWhenAndWhere(numbers), interval });
  return (
    <Section
      title={t("audience.cohorts.title")}
      lead={t("audience.cohorts.lead")}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("audience.cohorts.interval")}
          value={interval}
          onChange={(next) => chooseInterval(intervals.find((one) => one === next) ?? "week")}
          data={intervals.map((value) => ({ value, label: t(`audience.cohorts.by.${value}`) }))}
        />
      }
    >
      <Asked query={report}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={t("audience.empty.title")}>
              {t("audience.empty.lead")}
            </EmptyState>
          ) : (
            <>
              <HowMany {...found} />
              <CohortTable report={found} />
            </>
          )
        }
      </Asked>
    </Section>
  );
}

/** What share of the visitors such a report can speak of at all. */
function HowMany({ knownVisitors, allVisitors }: { knownVisitors: number; allVisitors: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed" mb="md">
      {t("audience.known", {
        count: allVisitors,
        known: format.number(knownVisitors),
        all: format.number(allVisitors),
      })}
    </Text>
  );
}

function RegularSection({ numbers }: { readonly numbers: Numbers }) {
  const { t } = useTranslation();
  const [by, setBy] = useState<By>("source");
  const report = useAsk("getRegulars", { ...onlyWhenAndWhere(numbers), by });
  return (
    <Section
      title={t("audience.regulars.title")}
      lead={t("audience.regulars.lead")}
      actions={
        <NativeSelect
          aria-label={t("audience.regulars.by")}
          value={by}
          onChange={(event) => setBy(ways.find((way) => way === event.currentTarget.value) ?? "source")}
          data={ways.map((value) => ({ value, label: t(`numbers.by.${value}`) }))}
        />
      }
    >
      <Asked query={report}>
        {(found) =>
          found.rows.length === 0 ? (
            <Text c="dimmed">{t("numbers.none")}</Text>
          ) : (
            <>
              <Text mb="xs">{t("audience.regulars.count", { count: found.regulars })}</Text>
              <RegularBars rows={found.rows} by={by} />
            </>
          )
        }
      </Asked>
    </Section>
  );
}

function NewcomerSection({ numbers }: { readonly numbers: Numbers }) {
  const { t } = useTranslation();
  const { audience: _audience, ...question } = numbers.question;
  const report = useAsk("getNewcomerPaths", question);
  return (
    <Section title={t("audience.newcomers.title")} lead={t("audience.newcomers.lead")}>
      <Asked query={report}>
        {(found) =>
          found.rows.length === 0 ? (
            <Text c="dimmed">{t("numbers.none")}</Text>
          ) : (
            <NewcomerTable rows={found.rows} />
          )
        }
      </Asked>
    </Section>
  );
}

function NewcomerTable({ rows }: { readonly rows: readonly Path[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const share = (part: number, whole: number) => format.percent(whole === 0 ? 0 : part / whole);
  const columns: Column<Path>[] = [
    {
      id: "value",
      header: t("numbers.by.network"),
      isTitle: true,
      cell: ({ value }) => (value === "" ? t("audience.newcomers.noNetwork") : words("network", value)),
    },
    {
      id: "visitors",
      header: t("numbers.audiences.newcomer"),
      isNumber: true,
      cell: ({ visitors }) => format.number(visitors),
    },
    {
      id: "read",
      header: t("numbers.figure.readShare"),
      isNumber: true,
      cell: ({ reads, visits }) => share(reads, visits),
    },
    {
      id: "bounced",
      header: t("numbers.figure.bounceShare"),
      isNumber: true,
      cell: ({ bounces, visits }) => share(bounces, visits),
    },
    {
      id: "back",
      header: t("audience.newcomers.cameBack"),
      isNumber: true,
      cell: ({ cameBack, visitors }) => share(cameBack, visitors),
    },
    {
      id: "next",
      header: t("audience.newcomers.next"),
      cell: ({ nextPages, visits }) =>
        nextPages
          .map(({ page, visits: went }) => `${page || t("audience.newcomers.left")} ${share(went, visits)}`)
          .join(", "),
    },
  ];
  return (
    <DataTable
      caption={t("audience.newcomers.title")}
      columns={columns}
      rows={rows}
      keyOf={({ value }) => value}
      minWidth={760}
    />
  );
}
