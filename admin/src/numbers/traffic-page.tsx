import { IconChartAreaLine } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked, RowsSkeleton } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { Breakdown } from "./breakdown.tsx";
import { HeadFigures } from "./head-figures.tsx";
import { LiveNow } from "./live-now.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { filtersSet, type Numbers, useNumbers } from "./narrowing.ts";
import classes from "./numbers.module.css";

const TrafficChart = lazy(() =>
  import("./traffic-chart.tsx").then(({ TrafficChart: component }) => ({ default: component })),
);

/** Who came, from where, and what they did: every card of the overview, and each narrows the others. */
export function TrafficPage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const cards = useAsk("getReportCards", { ...numbers.question, ...numbers.comparison });
  return (
    <Page
      wide
      title={t("numbers.traffic.title")}
      lead={t("numbers.traffic.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/visits", search: numbers.search }}>
          {t("numbers.seeVisits")}
        </LinkButton>
      }
    >
      <NarrowingBar numbers={numbers} compares />
      <Asked query={cards} rows={6}>
        {(found) =>
          found.total.visits === 0 && filtersSet(numbers.search).length === 0 ? (
            <EmptyState
              icon={IconChartAreaLine}
              title={t("numbers.empty.title")}
              action={<LinkButton way={{ to: "/elements" }}>{t("numbers.empty.action")}</LinkButton>}
            >
              {t("numbers.empty.lead")}
            </EmptyState>
          ) : (
            <Cards cards={found} numbers={numbers} />
          )
        }
      </Asked>
    </Page>
  );
}

function Cards({ cards, numbers }: { readonly cards: Output<"getReportCards">; readonly numbers: Numbers }) {
  const { t } = useTranslation();
  return (
    <>
      <HeadFigures total={cards.total} before={cards.before} />
      <Money cards={cards} />
      <Section title={t("numbers.overTime")}>
        <Suspense fallback={<RowsSkeleton rows={4} />}>
          <TrafficChart points={cards.points} />
        </Suspense>
      </Section>
      <div className={classes.columns}>
        <Breakdown
          title={t("numbers.traffic.pages")}
          dimensions={["page", "entryPage", "exitPage"]}
          numbers={numbers}
        />
        <Breakdown
          title={t("numbers.traffic.sources")}
          dimensions={["sourceKind", "source", "network", "campaign"]}
          numbers={numbers}
        />
        <Breakdown
          title={t("numbers.traffic.people")}
          dimensions={["audience", "country", "device", "language"]}
          numbers={numbers}
        />
        <LiveNow siteId={numbers.search.site} />
      </div>
      <Robots cards={cards} />
    </>
  );
}

/** Currencies are never added up; what only a page said stands apart. */
function Money({ cards: { revenue } }: { readonly cards: Output<"getReportCards"> }) {
  const { t, i18n } = useTranslation();
  if (revenue.length === 0) return null;
  const money = (value: number, currency: string) =>
    /^[A-Z]{3}$/.test(currency)
      ? new Intl.NumberFormat(i18n.language, { style: "currency", currency }).format(value)
      : String(value);
  return (
    <ul className={classes.notes}>
      {revenue.map(({ currency, trusted, untrusted }) => (
        <li key={currency}>
          {t("numbers.revenue", { value: money(trusted, currency) })}
          {untrusted !== 0 && ` · ${t("numbers.revenueUntrusted", { value: money(untrusted, currency) })}`}
        </li>
      ))}
    </ul>
  );
}

/** Nothing is dropped: what was no person's is counted apart, with its reason. */
function Robots({ cards: { robots } }: { readonly cards: Output<"getReportCards"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (robots.length === 0) return null;
  return (
    <Section title={t("numbers.robots.title")} lead={t("numbers.robots.lead")}>
      <ul className={classes.notes}>
        {robots.map(({ reason, events }) => (
          <li key={reason}>
            {t(`numbers.robots.${reason}`, { defaultValue: reason })}: {format.number(events)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
