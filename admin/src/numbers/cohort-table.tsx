import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./numbers.module.css";

type Cohorts = Output<"getCohorts">;

/** Cohorts as a heat map that is a table all the same: the share is written, and the ground says it once more. */
export function CohortTable({ report }: { readonly report: Cohorts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = Math.max(0, ...report.rows.map(({ back }) => back.length));
  const label = t("audience.cohorts.title");
  return (
    <Table.ScrollContainer
      minWidth={220 + columns * 64}
      type="native"
      scrollAreaProps={{ "aria-label": label, role: "region", tabIndex: 0 }}
    >
      <Table className={classes.heat}>
        <caption className="visually-hidden">{label}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`audience.cohorts.first.${report.interval}`)}</Table.Th>
            <Table.Th scope="col">{t("audience.cohorts.size")}</Table.Th>
            {Array.from({ length: columns }, (_, index) => (
              <Table.Th key={index} scope="col">
                {t(`audience.cohorts.later.${report.interval}`, { number: index + 1 })}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.rows.map(({ at, size, back }) => (
            <Table.Tr key={at}>
              <Table.Th scope="row">{format.date(at)}</Table.Th>
              <Table.Td>{format.number(size)}</Table.Td>
              {Array.from({ length: columns }, (_, index) => {
                const share = back[index] === undefined ? undefined : back[index] / size;
                return (
                  <Table.Td
                    key={index}
                    {...(share !== undefined && { style: { "--warmth": `${Math.round(share * 55)}%` } })}
                  >
                    {share === undefined ? "" : format.percent(share)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
