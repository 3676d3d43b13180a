// The documents of a file that the books have already: the same one is skipped, another of that number is a fault. What an
// import brought that was undone isn't in the books any more.
import { sql } from "drizzle-orm";
import type { Entry } from "@/domain/imports/entries.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import type { Books } from "../open.ts";

type Found = { at: number; same: boolean };

/** `customerOf`: the books' customer of an entry, where there is one. */
export async function findKnownDocuments(
  books: Books,
  entries: readonly Entry[],
  customerOf: (entry: Entry) => string | undefined,
): Promise<{ skipped: ReadonlySet<Entry>; faults: RowFault[] }> {
  const asked = entries.flatMap((entry, at) =>
    entry.number === ""
      ? []
      : [
          {
            at,
            kind: entry.kind,
            number: entry.number,
            on: entry.on,
            amount: entry.amountCents,
            customer: customerOf(entry) ?? null,
          },
        ],
  );
  if (asked.length === 0) return { skipped: new Set(), faults: [] };
  const found = await books.tx.execute<Found>(sql`
    with w as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
        as w (at int, kind text, number text, "on" date, amount bigint, customer uuid))
    select w.at, bool_or(a.customer_id = w.customer and d.on = w.on and d.total = w.amount) as same
    from w join lateral (
      select i.account_id, i.issued_on as on, i.total from books.invoices i left join books.imports m on m.id = i.import_id
        where w.kind = 'invoice' and i.number = w.number and m.undone_at is null
      union all
      select c.account_id, c.issued_on, c.total from books.credit_memos c left join books.imports m on m.id = c.import_id
        where w.kind = 'credit' and c.number = w.number and m.undone_at is null
      union all
      select p.account_id, p.received_on, p.amount from books.payments p
        where w.kind = 'payment' and p.method = 'import' and p.reference = w.number and p.received_on = w.on and p.amount = w.amount
          and not exists (select from books.events v where v.reverses = p.event_number)) d on true
    join books.accounts a on a.id = d.account_id
    group by w.at`);
  const skipped = new Set<Entry>();
  const faults: RowFault[] = [];
  for (const { at, same } of found) {
    const entry = entries[at];
    if (!entry) continue;
    if (same) skipped.add(entry);
    else if (entry.kind !== "payment") faults.push(takenFault(entry));
  }
  return { skipped, faults: faults.sort((a, b) => a.row - b.row) };
}

const NAMES = { invoice: "Invoice", credit: "Credit memo", payment: "Payment" } as const;

const takenFault = ({ row, kind, number }: Entry): RowFault => ({
  row,
  column: "",
  says: `${NAMES[kind]} ${number} is in your books already, for another customer, day or amount.`,
});
