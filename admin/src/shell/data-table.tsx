import { Table } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./shell.module.css";

export interface Column<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  readonly isNumber?: boolean;
  /** Dates and the like read badly in pieces. */
  readonly isWhole?: boolean;
  /** On narrow screens it stands without its header. */
  readonly isTitle?: boolean;
}

interface DataTableProps<Item> {
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly minWidth?: number;
}

/** A table where there is room, a list of the same where there is not. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const isNarrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  return isNarrow ? <NarrowList {...props} /> : <WideTable {...props} />;
}

function WideTable<Item>({ caption, columns, rows, keyOf, minWidth = 500 }: DataTableProps<Item>) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      type="native"
      scrollAreaProps={{ "aria-label": caption, role: "region", tabIndex: 0 }}
    >
      <Table className={classes.figures} horizontalSpacing={7}>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ id, header, isNumber }) => (
              <Table.Th key={id} scope="col" ta={isNumber ? "end" : "start"}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ id, cell, isNumber, isWhole }) => (
                <Table.Td
                  key={id}
                  ta={isNumber ? "end" : "start"}
                  {...(isWhole || isNumber ? { className: classes.nowrap } : {})}
                >
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function NarrowList<Item>({ caption, columns, rows, keyOf }: DataTableProps<Item>) {
  const titles = columns.filter(({ isTitle }) => isTitle);
  const rest = columns.filter(({ isTitle }) => !isTitle);
  return (
    <ul className={classes.rows} aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          {titles.map(({ id, cell }) => (
            <div key={id}>{cell(row)}</div>
          ))}
          {rest.length > 0 && (
            <dl className={rest.every(({ isNumber }) => isNumber) ? classes.smallFigures : classes.pairs}>
              {rest.map(({ id, header, cell }) => (
                <div key={id}>
                  <dt>{header}</dt>
                  <dd>{cell(row)}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
