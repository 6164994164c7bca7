import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Section } from "#src/shell/page.tsx";
import { intervalBars } from "./interval-bars.ts";
import classes from "./lists.module.css";

type Worth = Output<"getListWorth">;
type Estimate = NonNullable<Worth["furtherPages"]>;

/** In a line: what the list adds, or that it is not known yet. */
export function WorthLine({ siteId, listKey }: { readonly siteId: string; readonly listKey: string }) {
  const { t } = useTranslation();
  const figure = useFigure();
  const { data } = useAsk("getListWorth", { siteId, key: listKey });
  if (!data) return null;
  const { isEnough, furtherPages } = data;
  return (
    <Text size="sm" {...(!isEnough && { c: "dimmed" })}>
      {isEnough && furtherPages
        ? t("lists.perVisit", {
            value: signed(furtherPages.value, figure.pages),
            low: signed(furtherPages.low, figure.pages),
            high: signed(furtherPages.high, figure.pages),
          })
        : t("lists.notEnough")}
    </Text>
  );
}

const signed = (value: number, write: (value: number) => string) =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${write(Math.abs(value))}`;

function useFigure() {
  const format = useFormat();
  return {
    pages: (value: number) => format.number(Math.round(value * 100) / 100),
    share: (value: number) => format.percent(value),
  };
}

/** Further pages and outflow with and without, with their intervals. */
export function WorthSection({ siteId, listKey }: { readonly siteId: string; readonly listKey: string }) {
  const worth = useAsk("getListWorth", { siteId, key: listKey });
  return <Asked query={worth}>{(data) => <WorthFigures worth={data} />}</Asked>;
}

export function WorthFigures({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const figure = useFigure();
  return (
    <Section title={t("lists.worth")} lead={t("lists.worthLead")}>
      {!worth.isEnough && (
        <Text mb="sm">
          <strong>{t("lists.notEnough")}.</strong>{" "}
          {t("lists.notEnoughLead", {
            count: worth.needsVisitors,
            shown: worth.shown.visitors,
            held: worth.held.visitors,
          })}
        </Text>
      )}
      <div className={classes.beside}>
        <Comparison
          title={t("lists.furtherPages")}
          shown={worth.shown.furtherPages}
          held={worth.held.furtherPages}
          difference={worth.furtherPages}
          write={figure.pages}
        />
        <Comparison
          title={t("lists.outflow")}
          shown={worth.shown.exitShare}
          held={worth.held.exitShare}
          difference={worth.exitShare}
          write={figure.share}
        />
      </div>
      <Text size="sm" c="dimmed" mt="sm">
        {t("lists.clicks", { count: worth.clicks })}
      </Text>
    </Section>
  );
}

interface ComparisonProps {
  readonly title: string;
  readonly shown: Estimate | null;
  readonly held: Estimate | null;
  readonly difference: Estimate | null;
  readonly write: (value: number) => string;
}

function Comparison({ title, shown, held, difference, write }: ComparisonProps) {
  const { t } = useTranslation();
  if (!shown || !held) return null;
  const bars = intervalBars([shown, held]);
  const rows = [
    { name: t("lists.shown"), estimate: shown, bar: bars[0] },
    { name: t("lists.held"), estimate: held, bar: bars[1] },
  ];
  return (
    <table className={classes.worth}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ name, estimate, bar }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={classes.figure}>{write(estimate.value)}</td>
            <td className={classes.track} aria-hidden>
              {bar && (
                <span className={classes.line}>
                  <i className={classes.span} style={{ left: `${bar.from}%`, width: `${bar.width}%` }} />
                  <i className={classes.dot} style={{ left: `${bar.at}%` }} />
                </span>
              )}
            </td>
            <td className="dimmed">
              {t("lists.interval", { low: write(estimate.low), high: write(estimate.high) })}
            </td>
          </tr>
        ))}
        {difference && (
          <tr>
            <th scope="row">{t("lists.difference")}</th>
            <td className={classes.figure}>{signed(difference.value, write)}</td>
            <td aria-hidden />
            <td className="dimmed">
              {t("lists.interval", {
                low: signed(difference.low, write),
                high: signed(difference.high, write),
              })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
