// What a family owes as a file: the parent and each of its children, at the day and the instant that the page shows.
import { readFamilyAging, type FamilyRow } from "@/books/receivables/family-aging.ts";
import { BUCKETS, BUCKET_LABELS } from "@/domain/ledger/aging.ts";
import { negative } from "@/domain/values/money.ts";
import { momentOf } from "../moment-query.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { familiesRouter } from "../routers/families.ts";

type Row = FamilyRow & { currency: string };

export const familyFile = listFile({
  name: "family",
  procedure: familiesRouter.aging,
  columns: () => [
    textColumn<Row>("Customer", (row) => row.name),
    textColumn<Row>("Number", (row) => row.number),
    plainColumn<Row>("Part", (row) => (row.isParent ? "Parent" : "Child")),
    plainColumn<Row>("Currency", (row) => row.currency),
    ...BUCKETS.map((bucket) =>
      anyAmountColumn<Row>(
        bucket === "current" ? BUCKET_LABELS[bucket] : `${BUCKET_LABELS[bucket]} days late`,
        ({ aging }) => aging[bucket],
      ),
    ),
    anyAmountColumn<Row>("Total", ({ aging }) => aging.totalCents),
    anyAmountColumn<Row>("Unapplied", ({ aging }) => negative(aging.unappliedCents)),
    anyAmountColumn<Row>("Net", ({ aging }) => aging.netCents),
  ],
  page: async (open, { customerId: customer, currency: asked, ...at }) => {
    const { rows, currency } = await readFamilyAging(open.books, momentOf(at, open), {
      customer,
      currency: asked,
    });
    return { rows: rows.map((row) => ({ ...row, currency })), next: null };
  },
});
