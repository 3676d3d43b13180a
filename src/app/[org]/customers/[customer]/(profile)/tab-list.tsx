// The papers of one customer as a list, newest first, with the way to the whole list, where one searches and sorts.
import type { Route } from "next";
import type { ReactNode } from "react";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table, type Column } from "@/ui/table.tsx";

type Props<Row> = {
  /** "Invoices": what the rows are. */
  what: string;
  currency: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  hasTotal?: boolean;
  whole: Route;
  /** Of the page after this one, and of the first when this isn't it. */
  next: Route | null;
  first: Route | null;
  /** What stands there while there is nothing. */
  none: ReactNode;
};

export function TabList<Row>(props: Props<Row>) {
  const { what, currency, columns, rows, rowKey, hasTotal = true, whole, next, first, none } = props;
  if (rows.length === 0) return <Card>{none}</Card>;
  return (
    <>
      <Card>
        <Table
          caption={`${what}, newest first, in ${currency}`}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          rowLinks
          {...(hasTotal && { totalName: `Total, ${currency}` })}
        />
      </Card>
      <Pager
        label={`Pages of ${what.toLowerCase()}`}
        count={
          <Link href={whole} className="text-accent underline underline-offset-2">
            Search and sort these {what.toLowerCase()}
          </Link>
        }
        first={first ? { href: first, label: "Newest" } : null}
        next={next ? { href: next, label: "Older" } : null}
      />
    </>
  );
}

/** The columns when all rows are one customer's: without their name, in one order, and led by another on a phone. */
export const ofOneCustomer = <Row,>(columns: readonly Column<Row>[], lead: string): Column<Row>[] =>
  columns
    .filter(({ key }) => key !== "customer")
    .map(({ sort: _sort, ...column }) => (column.key === lead ? { ...column, place: "lead" } : column));
