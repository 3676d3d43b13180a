// An event as it stands now, with all that hangs on it: what a reversal has to be the opposite of.
import { sql } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import { CHART_ROLES, type ChartRole } from "@/domain/ledger/chart.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Allocation, JournalLine, Reduction, RetainageRow } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { EventState } from "@/domain/corrections/reversal.ts";
import { readStanding } from "../ledger/applications.ts";
import type { Books } from "../open.ts";
import { standsAs } from "../receipts/returnable.ts";

type Row = {
  kind: EventKind;
  effective_on: Day;
  label: string;
  amount: number;
  document_id: string | null;
  reversed: boolean;
  brought_back: boolean;
  credited: boolean;
  paid_out: boolean;
  deposited_to: string | null;
  item: number | null;
  item_reduced: number | null;
  credit: number | null;
  credit_reduced: number | null;
};

const CONTROL: ReadonlySet<ChartRole> = new Set(["receivable", "customer-credit", "retainage-receivable"]);

/** Read under the account's lock by whoever reverses it. */
export async function readEventState(books: Books, accountId: string, number: number): Promise<EventState> {
  const { tx } = books;
  const [[row], applied, reductions, retainage, journal] = await Promise.all([
    tx.execute<Row>(sql`
      select e.kind, e.effective_on, e.label, e.amount, e.document_id, i.amount as item, i.reversed as item_reduced, c.amount as credit,
        c.refunded + c.reversed as credit_reduced,
        exists (select from books.events r where r.reverses = e.number) as reversed,
        exists (select from books.invoices v join books.receipts b on b.return_of = v.receipt_id
          where v.event_number = e.number and b.house_charge > 0 and ${standsAs(sql`b.id`)}) as brought_back,
        exists (select from books.invoices v join books.credit_memos m on m.invoice_id = v.id
          where v.event_number = e.number and not exists (select from books.events u where u.reverses = m.event_number)) as credited,
        exists (select from books.credit_memos m join books.receipts b on b.id = m.receipt_id
          where m.event_number = e.number and b.money > 0) as paid_out,
        (select d.to_chart from books.payments p join books.deposits d on d.id = p.deposit_id
          where p.event_number = e.number) as deposited_to
      from books.events e left join books.items i on i.id = e.number left join books.credits c on c.id = e.number
      where e.number = ${number} and e.account_id = ${accountId}::uuid`),
    tx.execute<{ credit_id: number; item_id: number; amount: number; stands: number }>(sql`
      select a.credit_id, a.item_id, a.amount, (select sum(s.amount)::bigint from books.allocations s
        where s.credit_id = a.credit_id and s.item_id = a.item_id) as stands
      from books.allocations a where a.event_number = ${number} order by a.line`),
    tx.execute<{
      item_id: number | null;
      credit_id: number | null;
      kind: Reduction["kind"];
      amount: number;
    }>(sql`
      select item_id, credit_id, kind, amount from books.reductions where event_number = ${number} order by line`),
    tx.execute<{ invoice_id: string; invoice_line: number; amount: number }>(sql`
      select invoice_id, invoice_line, amount from books.retainage where event_number = ${number} order by line`),
    tx.execute<{ role: string | null; bank: boolean; code: string; amount: number }>(sql`
      select h.role, h.bank, l.chart_code as code, l.amount from books.journal_lines l join books.chart h on h.code = l.chart_code
      where l.event_number = ${number} order by l.line`),
  ]);
  if (!row) throw new Refusal("not-found");
  const made = row.item !== null || row.credit !== null;
  const standing = !made
    ? []
    : await readStanding(books, accountId, row.item !== null ? { itemId: number } : { creditId: number });
  return {
    number,
    kind: row.kind,
    effectiveOn: row.effective_on,
    label: row.label,
    amountCents: cents(row.amount),
    documentId: row.document_id,
    reversed: row.reversed,
    broughtBack: row.brought_back,
    credited: row.credited,
    paidOut: row.paid_out,
    depositedTo: row.deposited_to,
    item:
      row.item === null
        ? null
        : { id: number, amountCents: cents(row.item), reducedCents: cents(row.item_reduced ?? 0) },
    credit:
      row.credit === null
        ? null
        : { id: number, amountCents: cents(row.credit), reducedCents: cents(row.credit_reduced ?? 0) },
    standing,
    givenUp: standing.some((each) => each.givenUp),
    applied: applied.map((a): Allocation => ({
      creditId: a.credit_id,
      itemId: a.item_id,
      amountCents: cents(a.amount),
    })),
    stillApplied: applied.every((a) => a.amount < 0 || a.stands >= a.amount),
    reductions: reductions.map(reductionOf),
    retainage: retainage.map((r): RetainageRow => ({
      invoiceId: r.invoice_id,
      invoiceLine: r.invoice_line,
      amountCents: cents(r.amount),
    })),
    otherSide: journal.flatMap(otherSideOf),
  };
}

function reductionOf(row: {
  item_id: number | null;
  credit_id: number | null;
  kind: Reduction["kind"];
  amount: number;
}): Reduction {
  const what = { kind: row.kind, amountCents: cents(row.amount) };
  if (row.item_id !== null) return { itemId: row.item_id, creditId: null, ...what };
  if (row.credit_id !== null) return { itemId: null, creditId: row.credit_id, ...what };
  throw new Error("a reduction is of one of the two");
}

/** On the very accounts of the event. One of the business's own, which plays no part, has money or revenue. */
function otherSideOf(line: {
  role: string | null;
  bank: boolean;
  code: string;
  amount: number;
}): JournalLine[] {
  const part = line.role ?? (line.bank ? "bank" : "revenue");
  const role = (Object.keys(CHART_ROLES) as ChartRole[]).find((each) => each === part);
  if (!role) throw new Error("every line plays a part");
  return CONTROL.has(role) ? [] : [{ role, chartCode: line.code, amountCents: cents(line.amount) }];
}
