// The list of invoices of a business with a million: every filter in every order, its first page and the one after it, also
// from the middle on; and what all that match come to, which is read beside.
import { listInvoices, totalInvoices } from "@/books/invoices/invoice-list.ts";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { addDays } from "@/domain/values/day.ts";
import { makeData } from "./data.ts";
import { percentile, round, timed, type Part, type Row } from "./table.ts";

const [CUSTOMERS, INVOICES, OPEN] = [50_000, 1_000_000, 40_000];
const [RUNS, WARM] = [20, 3];
/** Of a moment that is past, which only the API asks for and has no bar, what was left of each is added up again: seconds. */
const OF_THE_PAST = [1, 0] as const;
type Query = Parameters<typeof listInvoices>[1];

export async function benchLists(): Promise<Part> {
  const business = await makeData({ customers: CUSTOMERS, invoices: INVOICES, open: OPEN });
  const middle = addDays(business.asker.today, -1200);
  const filters: [string, Query][] = [
    ["all", {}],
    ["unpaid", { state: "open" }],
    ["overdue", { state: "overdue" }],
    ["paid", { state: "paid" }],
    ["void", { state: "voided" }],
    ["until the middle", { throughOn: middle }],
    ["paid until the middle", { throughOn: middle, state: "paid" }],
    ["a customer's name", { search: "customer 4711" }],
    ["a number", { search: "B-77" }],
    ["as of the middle", { at: { asOf: middle, knownAt: null } }],
    ["unpaid as of the middle", { state: "open", at: { asOf: middle, knownAt: null } }],
    ["as known in the middle", { at: { asOf: business.asker.today, knownAt: `${middle}T12:00:00Z` } }],
  ];
  const rows: Row[] = [];
  for (const [what, match] of filters) rows.push({ what, ...(await worstOf(business, match)) });
  return {
    name: "lists",
    says: `the list of ${INVOICES} invoices: the slowest p95 of its orders and pages, at most 60 ms; totals at most 1 s`,
    rows,
  };
}

async function worstOf(business: Ledger, match: Query): Promise<Omit<Row, "what">> {
  let worst = { name: "", p50: 0, p95: 0 };
  for (const sort of ["issued", "due", "total", "left"] as const)
    for (const direction of ["asc", "desc"] as const) {
      const asked = { ...match, sort, direction };
      const first = await business.read((books) => listInvoices(books, asked));
      const pages: [string, Query][] = [["first", asked]];
      if (first.next) pages.push(["second", { ...asked, cursor: first.next }]);
      for (const [page, query] of pages) {
        const [runs, warm] = match.at ? OF_THE_PAST : [RUNS, WARM];
        const times = await timed(runs, warm, () => business.read((books) => listInvoices(books, query)));
        const p95 = percentile(times, 0.95);
        if (p95 > worst.p95)
          worst = { name: `${sort} ${direction}, ${page} page`, p50: percentile(times, 0.5), p95 };
      }
    }
  const { at, ...asked } = match;
  // Of a moment that is past nobody asks what all of them come to.
  const totals = at
    ? null
    : await timed(5, 1, () => business.read((books) => totalInvoices(books, invoiceList.match(asked))));
  return {
    slowest: worst.name,
    "p50 ms": round(worst.p50),
    "p95 ms": round(worst.p95),
    "totals p50 ms": totals === null ? "" : round(percentile(totals, 0.5)),
  };
}
