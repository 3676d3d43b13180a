// The list of invoices by every filter, in every order, between any days: its pages, and what all of them come to.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { invoiceList } from "@/domain/invoices/invoice-list.ts";
import type { InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { listInvoices, totalInvoices, type InvoiceRow } from "./invoice-list.ts";

afterAll(closePool);

type Query = QueryOf<typeof invoiceList>;

const ORDERS: Record<NonNullable<Query["sort"]>, (row: InvoiceRow) => readonly (number | string)[]> = {
  issued: (row) => [row.issuedOn, row.eventId],
  due: (row) => [row.dueOn, row.eventId],
  total: (row) => [row.totalCents, row.eventId],
  left: (row) => [row.openCents, row.issuedOn, row.eventId],
};
const FILTERS: Record<InvoiceFilter | "all", (row: InvoiceRow) => boolean> = {
  all: () => true,
  open: (row) => row.openCents > 0,
  overdue: (row) => row.openCents > 0 && row.dueOn < "2026-06-30",
  paid: (row) => row.state === "paid" || row.state === "written-off",
  voided: (row) => row.state === "voided",
};

function compare(order: (row: InvoiceRow) => readonly (number | string)[]) {
  return (a: InvoiceRow, b: InvoiceRow): number => {
    const [left, right] = [order(a), order(b)];
    const at = left.findIndex((part, place) => part !== right[place]);
    return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
  };
}

const totalsOf = (rows: readonly InvoiceRow[]) => ({
  count: rows.length,
  totalCents: sum(rows.filter(({ state }) => state !== "voided").map((row) => row.totalCents)),
  openCents: sum(rows.map((row) => row.openCents)),
});

test("every filter in every order, between any days, page by page, is what sorting all of them gives", async () => {
  const other = await freshBusiness({ startOn: "1969-12-01" });
  const there = desk(other, await other.customer("Greenleaf", { number: "K" }).write());
  for (let n = 0; n < 14; n++) {
    const on = n < 5 ? day("1969-12-27") : addDays(day("2026-01-05"), (n * 13) % 150);
    const dueOn = addDays(on, [30, 0, 62, 63, 200][n % 5] ?? 0);
    const total = ((n * 37) % 5) * 10_00 + 10_00;
    const made = await there.invoice(total, on, { dueOn });
    // The oldest have nothing left.
    const paid = n < 5 ? total : n % 3 === 0 ? 10_00 : 0;
    if (paid > 0) await there.pay(paid, "2026-06-28", [[made.eventId, paid]]);
    if (n % 7 === 6) await there.reverse(made.eventId, "2026-06-29");
    if (n === 9) await there.writeOff(made.eventId, total - paid, "2026-06-29");
    if (n === 10) await there.writeOff(made.eventId, 1_00, "2026-06-29");
  }
  // Nothing to pay, all of it held back.
  await there.invoice(40_00, "2026-03-02", { number: "HELD", retainage: 40_00 });
  await other.read(async (books) => {
    const { rows: all } = await listInvoices(books, {});
    const walk = async (query: Query) => {
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listInvoices(books, { ...query, cursor }, 3);
        walked.push(...page.rows.map((row) => row.number));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return walked;
    };
    for (const [state, isAsked] of Object.entries(FILTERS) as [
      InvoiceFilter | "all",
      (typeof FILTERS)["all"],
    ][])
      for (const [fromOn, throughOn] of [
        [],
        ["2026-02-20"],
        ["2026-02-20", "2026-04-20"],
        [undefined, "2026-04-20"],
      ])
        for (const sort of ["issued", "due", "total", "left"] as const)
          for (const direction of ["asc", "desc"] as const) {
            const sorted = all
              .filter(
                (row) => isAsked(row) && row.issuedOn >= (fromOn ?? "") && row.issuedOn <= (throughOn ?? "9"),
              )
              .toSorted(compare(ORDERS[sort]))
              .map((row) => row.number);
            const asked = {
              sort,
              direction,
              ...(state !== "all" && { state }),
              ...(fromOn !== undefined && { fromOn: day(fromOn) }),
              ...(throughOn !== undefined && { throughOn: day(throughOn) }),
            };
            const expected = direction === "asc" ? sorted : sorted.toReversed();
            expect([asked, await walk(asked)]).toEqual([asked, expected]);
            expect([asked, await totalInvoices(books, asked)]).toEqual([
              asked,
              totalsOf(all.filter((row) => sorted.includes(row.number))),
            ]);
          }
  });
});
