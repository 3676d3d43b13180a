// A table of figures described by its columns. Wide screens see a table; a phone sees two-line rows, placed by
// each column's `place` (globals.css, .figures). Roles are written out because a phone's layout drops them.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Route } from "next";
import { Link } from "./link.tsx";

/** Where a cell stands on a phone: first line left or right, second line left or right, under both, nowhere. */
export type ColumnRole = "lead" | "lead-end" | "sub" | "sub-end" | "under" | "off";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  /** null leaves the cell empty, and takes it away on a phone. */
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Long text that may take several lines; everything else stays on one. */
  wraps?: boolean;
  place: ColumnRole;
  /** Said before the value on a phone, where there is no header above it. */
  label?: string;
  /** True where the cell says nothing new, so that a phone may leave it out. */
  quiet?: (row: Row) => boolean;
  /** Names the row for screen readers. One column at most. */
  rowHead?: boolean;
  sort?: { href: Route; direction: "asc" | "desc" | null };
  total?: ReactNode;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** An anchor on each row, so that a link can point at it. */
  rowId?: (row: Row) => string;
  /** The whole row follows its one link. */
  rowLinks?: boolean;
  /** Has so many columns that it needs a wide screen to show them side by side. */
  wide?: boolean;
  /** Draws the columns' totals as a last row, with this name. */
  totalName?: string;
};

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, rowId, rowLinks = false, wide = false, totalName } = props;
  return (
    <div className={wide ? "figures-frame-wide" : "figures-frame"}>
      <table role="table" className="figures">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} id={rowId?.(row)} role="row" className={rowLinks ? "row-link" : undefined}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {totalName ? <TotalRow name={totalName} columns={columns} rows={rows} /> : null}
      </table>
    </div>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const direction = sort?.direction ?? null;
  return (
    <th
      role="columnheader"
      scope="col"
      className={column.numeric ? "num" : undefined}
      aria-sort={direction === null ? undefined : direction === "asc" ? "ascending" : "descending"}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          className={
            "touch-target -my-2 inline-flex min-h-8 items-center gap-1 touch:my-0 hover:text-ink hover:underline touch:min-h-11 " +
            (direction === null ? "" : "text-ink")
          }
        >
          {column.head}
          {direction === "asc" ? <ArrowUp aria-hidden="true" className="size-3" /> : null}
          {direction === "desc" ? <ArrowDown aria-hidden="true" className="size-3" /> : null}
        </Link>
      ) : (
        column.head
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  // Only what is said: what isn't would be sent as such, for each cell.
  const shared = {
    "data-place": column.place,
    ...(column.numeric ? { className: "num" } : column.wraps && { className: "wraps" }),
    ...(column.label && { "data-label": column.label }),
    ...((content === null || column.quiet?.(row)) && { "data-empty": "" }),
  };
  if (!column.rowHead) {
    return (
      <td role="cell" {...shared}>
        {content}
      </td>
    );
  }
  return (
    <th role="rowheader" scope="row" {...shared}>
      {content}
    </th>
  );
}

type TotalProps<Row> = { name: string; columns: readonly Column<Row>[]; rows: readonly Row[] };

function TotalRow<Row>({ name, columns, rows }: TotalProps<Row>) {
  const isQuiet = ({ total, quiet }: Column<Row>) => total === undefined || (quiet && rows.every(quiet));
  const before = columns.findIndex((column) => column.total !== undefined);
  const span = Math.max(1, before);
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th role="rowheader" scope="row" colSpan={span} data-place="lead">
          {name}
        </th>
        {columns.slice(span).map((column) => (
          <td
            key={column.key}
            role="cell"
            className={column.numeric ? "num" : undefined}
            data-place={column.place}
            data-label={column.label}
            data-empty={isQuiet(column) ? "" : undefined}
          >
            {column.total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
