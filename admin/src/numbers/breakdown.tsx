import { Anchor, SegmentedControl, Text, UnstyledButton } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Section } from "#src/shell/page.tsx";
import { type FilterKey, filterKeys, type Numbers } from "./narrowing.ts";
import classes from "./numbers.module.css";
import { useValueWords } from "./value-words.ts";

export type Dimension = Input<"getBreakdown">["dimension"];

/** Dimensions that a press can narrow the numbers to. */
const filterOf = (dimension: Dimension): FilterKey | undefined => {
  if (dimension === "entryPage" || dimension === "exitPage") return "page";
  return filterKeys.find((key) => key === dimension);
};

const shown = 10;

/** Visits by one dimension of a few, longest first; a press on a row narrows everything to it. */
export function Breakdown({
  title,
  dimensions,
  numbers,
}: {
  readonly title: string;
  readonly dimensions: readonly [Dimension, ...Dimension[]];
  readonly numbers: Numbers;
}) {
  const { t } = useTranslation();
  const [dimension, setDimension] = useState<Dimension>(dimensions[0]);
  const rows = useAsk("getBreakdown", { ...numbers.question, dimension, rows: shown });
  return (
    <Section
      title={title}
      actions={
        dimensions.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={title}
            value={dimension}
            onChange={(next) => setDimension(dimensions.find((one) => one === next) ?? dimensions[0])}
            data={dimensions.map((value) => ({ value, label: t(`numbers.by.${value}`) }))}
          />
        )
      }
    >
      <Asked query={rows}>
        {(found) =>
          found.rows.length === 0 ? (
            <Text c="dimmed">{t("numbers.none")}</Text>
          ) : (
            <Rows rows={found.rows} rest={found.rest} dimension={dimension} numbers={numbers} />
          )
        }
      </Asked>
    </Section>
  );
}

interface RowsProps {
  readonly rows: readonly { readonly value: string; readonly visits: number; readonly reads: number }[];
  readonly rest: number;
  readonly dimension: Dimension;
  readonly numbers: Numbers;
}

function Rows({ rows, rest, dimension, numbers }: RowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const filter = filterOf(dimension);
  const most = Math.max(1, ...rows.map(({ visits }) => visits));
  return (
    <>
      <table className={classes.breakdown}>
        <caption className="visually-hidden">{t(`numbers.by.${dimension}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`numbers.by.${dimension}`)}</th>
            <th scope="col">{t("numbers.figure.visits")}</th>
            <th scope="col">{t("numbers.figure.reads")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, visits, reads }) => (
            <tr key={value}>
              <th scope="row">
                <span
                  className={classes.share}
                  style={{ inlineSize: `${(visits / most) * 100}%` }}
                  aria-hidden
                />
                {filter && value !== "" ? (
                  <UnstyledButton
                    className={classes.value}
                    onClick={() => numbers.change({ [filter]: value })}
                    aria-label={t("numbers.narrowTo", { value: words(dimension, value) })}
                  >
                    {words(dimension, value)} <IconFilter size={13} aria-hidden />
                  </UnstyledButton>
                ) : (
                  <span className={classes.value}>{words(dimension, value)}</span>
                )}
              </th>
              <td>
                {filter && value !== "" ? (
                  <Anchor
                    size="sm"
                    title={t("numbers.seeVisits")}
                    renderRoot={(root: object) => (
                      <Link to="/visits" search={{ ...numbers.search, [filter]: value }} {...root} />
                    )}
                  >
                    {format.number(visits)}
                  </Anchor>
                ) : (
                  format.number(visits)
                )}
              </td>
              <td>{format.number(reads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("numbers.andMore", { count: rest })}
        </Text>
      )}
    </>
  );
}
