// The papers of one customer as a list, newest first, with the way to the whole list, where one searches and sorts.
import type { ReactNode } from "react";
import type { Route } from "next";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { BY_DAY, ListRows, type ListRowsProps } from "../../../_lists/list-rows.tsx";

type Props<Row> = Pick<ListRowsProps<Row>, "links" | "page" | "columns" | "rowKey"> & {
  /** "Invoices": what the rows are. */
  what: string;
  /** Where it isn't newest first. */
  order?: string;
  currency: string;
  hasTotal?: boolean;
  whole: Route;
  /** What stands there while there is nothing. */
  none: ReactNode;
};

export function TabList<Row>({ what, order, currency, hasTotal = true, whole, ...list }: Props<Row>) {
  if (list.page.rows.length === 0) return <Card>{list.none}</Card>;
  return (
    <ListRows
      {...list}
      what={what.toLowerCase()}
      caption={`${what}, ${order ?? "newest first"}, in ${currency}`}
      {...(!order && { turns: BY_DAY })}
      {...(hasTotal && { totalName: `Total, ${currency}` })}
      count={
        <Link href={whole} className="text-link">
          Search and sort these {what.toLowerCase()}
        </Link>
      }
    />
  );
}

/** The columns when all rows are one customer's: without their name, in one order, and led by another on a phone. */
export const ofOneCustomer = <Row,>(columns: readonly Column<Row>[], lead: string): Column<Row>[] =>
  columns
    .filter(({ key }) => key !== "customer")
    .map(({ sort: _sort, ...column }) => (column.key === lead ? { ...column, place: "lead" } : column));
