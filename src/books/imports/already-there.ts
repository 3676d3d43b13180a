// What of a file is in the books already: just so, and it is skipped; the same number with anything else, and it is a fault.
// What was reversed or undone counts as not there.
import { sql } from "drizzle-orm";
import type { Entry } from "@/domain/imports/entries.ts";
import { ZERO, minus } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import type { Matched } from "./match-customers.ts";

export type Fault = { row: number; column: string; says: string };
export type Sorted = { fresh: Entry[]; alreadyThere: number; faults: Fault[] };

type Row = {
  open?: number;
  kind: string;
  number: string;
  account_id: string;
  day: string;
  amount: number;
  times: number;
};

/** `column`: the file's own heading of the document's number. */
export async function sortOut(
  books: Books,
  entries: readonly Entry[],
  { known, column }: { known: ReadonlyMap<string, Matched>; column: string },
): Promise<Sorted> {
  const [documents, others] = await Promise.all([
    readDocuments(books, entries),
    readUnnumbered(books, entries, known),
  ]);
  const sorted: Sorted = { fresh: [], alreadyThere: 0, faults: [] };
  for (const entry of entries) {
    const accountId = known.get(entry.customer)?.accountId ?? "";
    const document = entry.kind === "payment" ? undefined : documents.get(`${entry.kind} ${entry.number}`);
    const key = keyOf({
      kind: entry.kind,
      // As it was posted (draft.ts).
      number: entry.number || entry.memo,
      account_id: accountId,
      day: entry.on,
      amount: entry.amountCents,
    });
    const times = others.get(key) ?? 0;
    if (document) {
      const differs = differenceOf(entry, document, accountId);
      if (differs === null) sorted.alreadyThere += 1;
      else
        sorted.faults.push({
          row: entry.row,
          column,
          says: `${entry.number} is in your books already, ${differs}.`,
        });
    } else if (times > 0) {
      others.set(key, times - 1);
      sorted.alreadyThere += 1;
    } else sorted.fresh.push(entry);
  }
  return sorted;
}

function differenceOf(entry: Entry, there: Row, accountId: string): string | null {
  if (there.account_id !== accountId) return "for another customer";
  if (there.day !== entry.on) return `with another date (${there.day})`;
  if (there.amount !== entry.amountCents) return "with another amount";
  const open = minus(entry.amountCents, entry.paid?.cents ?? ZERO);
  return entry.kind !== "invoice" || there.open === open ? null : "with another open balance";
}

async function readDocuments({ tx }: Books, entries: readonly Entry[]): Promise<Map<string, Row>> {
  const numbers = (kind: Entry["kind"]) =>
    sql.param(entries.flatMap((entry) => (entry.kind === kind && entry.number !== "" ? entry.number : [])));
  const rows = await tx.execute<Row>(sql`
    select 'invoice' as kind, number, i.account_id, i.issued_on as day, total + retainage as amount, t.open
    from books.invoices i left join books.items t on t.id = i.event_number where not number_freed and number = any (${numbers("invoice")}::text[])
    union all
    select 'credit', number, account_id, issued_on, total, null::bigint from books.credit_memos
    where not number_freed and number = any (${numbers("credit")}::text[])`);
  return new Map(rows.map((row) => [`${row.kind} ${row.number}`, row]));
}

/**
 * Money, and credit from before the books, have no number of their own: they are told by all that is said of them. What is left
 * of such credit is as much what a file may say of it as all of it.
 */
async function readUnnumbered(
  { tx }: Books,
  entries: readonly Entry[],
  known: ReadonlyMap<string, Matched>,
): Promise<Map<string, number>> {
  const accounts = entries.flatMap((entry) =>
    entry.kind === "invoice" ? [] : (known.get(entry.customer)?.accountId ?? []),
  );
  if (accounts.length === 0) return new Map();
  const ids = sql.param([...new Set(accounts)]);
  const rows = await tx.execute<Row>(sql`
    select kind, number, account_id, day, amount, count(*)::int as times from (
      select 'payment' as kind, coalesce(nullif(p.reference, ''), e.memo) as number, p.account_id, p.received_on as day,
        p.amount, p.event_number as event
      from books.payments p join books.events e on e.number = p.event_number where p.account_id = any (${ids}::uuid[])
      union all
      select m.kind, e.memo, c.account_id, c.issued_on, w.amount, e.number
      from books.credits c join books.events e on e.number = c.id, (values ('credit'), ('payment')) as m (kind),
        lateral (select c.amount union select c.amount - c.applied - c.refunded - c.reversed) as w (amount)
      where c.kind = 'opening' and c.account_id = any (${ids}::uuid[])) k
    where not exists (select from books.events r where r.reverses = k.event) group by 1, 2, 3, 4, 5`);
  return new Map(rows.map((row) => [keyOf(row), row.times]));
}

const keyOf = (row: Omit<Row, "times">): string =>
  [row.kind, row.number, row.account_id, row.day, row.amount].join("\n");
