import { Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Half, wayTo } from "./doors.ts";
import { figures } from "./figures.ts";
import classes from "./overview.module.css";

type OverviewRow = Output<"getOverview">["rows"][number];

const halves = ["smm", "smo"] as const;

interface ComparisonProps {
  readonly rows: readonly OverviewRow[];
}

/** As the field's comparison has it: a row for each question, a column for each half. */
export function WideComparison({ rows }: ComparisonProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.comparison}>
      <caption className="visually-hidden">{t("overview.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("overview.question")}</span>
          </th>
          {halves.map((half) => (
            <th key={half} scope="col">
              <span className={classes.half}>{t(`overview.halves.${half}.name`)}</span>
              <span className={classes.halfLead}>{t(`overview.halves.${half}.lead`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">{t(`overview.rows.${row.row}.name`)}</th>
            {halves.map((half) => (
              <td key={half}>
                <Cell row={row} half={half} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same where there is room for one column: half by half within each row. */
export function NarrowComparison({ rows }: ComparisonProps) {
  const { t } = useTranslation();
  return (
    <>
      {rows.map((row) => (
        <section key={row.row} className={classes.narrowRow} aria-label={t(`overview.rows.${row.row}.name`)}>
          <Title order={2}>{t(`overview.rows.${row.row}.name`)}</Title>
          {halves.map((half) => (
            <div key={half} className={classes.narrowHalf}>
              <p className={classes.halfTag}>{t(`overview.halves.${half}.name`)}</p>
              <Cell row={row} half={half} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Cell({ row, half }: { readonly row: OverviewRow; readonly half: Half }) {
  const { t } = useTranslation();
  return (
    <div className={classes.cell}>
      <p className={classes.means}>{t(`overview.rows.${row.row}.${half}`)}</p>
      <dl className={classes.figures}>
        {row[half].map((figure) => (
          <Figure key={figure.id} {...figure} />
        ))}
      </dl>
      <Link {...wayTo[row.row][half]} className={classes.door}>
        {t(`overview.doors.${row.row}.${half}`)}
        <IconArrowRight size={15} aria-hidden />
      </Link>
    </div>
  );
}

function Figure({ id, value }: { readonly id: string; readonly value: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = figures.find((each) => each === id);
  return (
    <div>
      <dt>{known ? t(`figures.${known}`, { count: value }) : id}</dt>
      <dd>{format.number(value)}</dd>
    </div>
  );
}
