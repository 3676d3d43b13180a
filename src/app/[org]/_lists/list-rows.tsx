// The rows of a list, or what stands there while there are none, and the way to the page that follows.
import type { ReactNode } from "react";
import { Card } from "@/ui/card.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { PageLinks } from "./list-links.ts";

export type ListRowsProps<Row> = {
  /** "invoices": what the pages are of. */
  what: string;
  links: PageLinks;
  page: { rows: readonly Row[]; next: string | null };
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  caption: string;
  /** The whole row follows its one link. */
  rowLinks?: boolean;
  wide?: boolean;
  /** The name of the row of totals, where there is one. */
  totalName?: string;
  /** Where no row matches. */
  none: ReactNode;
  /** How much of it is shown, where that isn't said elsewhere. */
  count?: ReactNode;
  /** A list that is always by its day, newest first, goes from its newest to older pages. */
  turns?: { first: string; next: string };
  /** Around the rows. */
  frame?: (rows: ReactNode) => ReactNode;
};

export function ListRows<Row>(props: ListRowsProps<Row>) {
  const { links, page, none, count = null, turns = PAGES, frame = (rows) => rows } = props;
  const { what, caption, columns, rowKey, rowLinks = true, wide = false, totalName } = props;
  return (
    <>
      {frame(
        <Card>
          {page.rows.length === 0 ? (
            none
          ) : (
            <Table
              caption={caption}
              columns={columns}
              rowKey={rowKey}
              rowLinks={rowLinks}
              wide={wide}
              {...(totalName && { totalName })}
              rows={page.rows}
            />
          )}
        </Card>,
      )}
      <Pager
        label={`Pages of ${what}`}
        count={count}
        first={links.first ? { href: links.first, label: turns.first } : null}
        next={page.next ? { href: links.next(page.next), label: turns.next } : null}
      />
    </>
  );
}

const PAGES = { first: "First", next: "Next" };
export const BY_DAY = { first: "Newest", next: "Older" };
