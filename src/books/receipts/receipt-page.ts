// One receipt with everything that hangs on it, in one snapshot.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { printedAddress } from "@/domain/customers/address.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { ReceiptKind } from "@/domain/receipts/receipt.ts";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";
import { countedThen, isLive, itemsAt, now, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { receiptThen } from "./receipt-list.ts";
import { readLines, readReturns, readTenders } from "./receipt-parts.ts";
import { SIGNATURE, signatureOf, type SignatureRow } from "./signatures.ts";
import { standsAs } from "./returnable.ts";

type Business = { name: string; country: string };

type Row = AddressRow & {
  number: string;
  kind: ReceiptKind;
  currency: string;
  issued_on: Day;
  created_at: string;
  sold_by: string;
  note: string;
  memo: string;
  customer_id: string | null;
  customer_number: string;
  customer_name: string;
  business_lines: string[];
  phone: string | null;
  email: string | null;
  language: Language;
  subtotal: number;
  tax: number;
  total: number;
  on_account: number;
  house_charge: number;
  money: number;
  taxes: { name: string; agency: string; rate: string; tax: number }[];
  no_tax_set: boolean;
  buyer_name: string | null;
  po_number: string | null;
  signature: SignatureRow | null;
  invoice_id: string | null;
  invoice_number: string;
  due_on: Day;
  invoice_open: number;
  taken_back: boolean;
  return_of: string | null;
  original_number: string;
  before: number | null;
  after: number | null;
  returnable: boolean;
};

/**
 * By its id; refuses what isn't there, or wasn't at the moment `at`, with "not-found". What became of it since is as it stood
 * then; the business is as the directory names it.
 */
export async function readReceipt(
  books: Books,
  receiptId: string,
  { at = now(books), ...business }: Business & { at?: Moment },
): Promise<ReceiptPage> {
  const then = (event: SQL) => countedThen(books, at, sql`${event}.effective_on`, sql`${event}.recorded_at`);
  if (!z.uuid().safeParse(receiptId).success) throw new Refusal("not-found");
  const wasBroughtBack = isLive(books, at)
    ? sql`true`
    : sql`exists (select from books.receipts r where r.id = q.receipt_id and ${receiptThen(books, at)})`;
  const [[row], lines, tenders, returns] = await Promise.all([
    books.tx.execute<Row>(sql`
      select r.number, r.kind, r.currency, r.issued_on, r.created_at, r.sold_by, r.note, r.memo, c.id as customer_id,
        c.number as customer_number, c.name as customer_name, ${ADDRESS_COLUMNS},
        s.address_lines as business_lines, s.phone, s.email, s.language, r.subtotal, r.tax, r.total, r.on_account, r.house_charge,
        r.money, coalesce((select jsonb_agg(jsonb_build_object('name', x.name, 'agency', x.agency,
          'rate', trim_scale(x.rate)::text, 'tax', x.tax) order by x.line)
          from books.receipt_taxes x where x.receipt_id = r.id), '[]') as taxes,
        not s.tax_answered and not exists (select from books.receipt_taxes x where x.receipt_id = r.id) as no_tax_set,
        b.buyer_name, b.po_number, (select ${SIGNATURE} from books.signatures s where s.invoice_id = i.id) as signature, i.id as invoice_id, i.number as invoice_number,
        i.due_on, coalesce((select t.amount - t.applied - t.reversed from ${itemsAt(books, at)} t where t.id = i.event_number), 0)
          as invoice_open, exists (select from books.events e where e.reverses = i.event_number and ${then(sql`e`)}) as taken_back,
        r.return_of, o.number as original_number, f.prev_balance as before, l.balance_after as after,
        r.kind = 'sale' and exists (select from books.receipt_lines b where b.receipt_id = r.id and b.quantity > coalesce(
          (select sum(q.quantity) from books.receipt_lines q where q.return_of = b.receipt_id and q.returned_line = b.line
            and ${wasBroughtBack} and ${standsAs(sql`q.receipt_id`, then(sql`u`))}), 0)) as returnable
      from books.receipts r cross join books.settings s
      left join books.accounts a on a.id = r.account_id left join books.customers c on c.id = a.customer_id
      left join books.invoices i on i.receipt_id = r.id left join books.charged_by b on b.invoice_id = i.id
      left join books.receipts o on o.id = r.return_of
      left join lateral (select e.prev_balance from books.receipt_tenders t join books.events e on e.number = t.event_number
        where t.receipt_id = r.id order by e.seq limit 1) f on true
      left join lateral (select e.balance_after from books.receipt_tenders t join books.events e on e.number = t.event_number
        where t.receipt_id = r.id order by e.seq desc limit 1) l on true
      where r.id = ${receiptId}::uuid and ${receiptThen(books, at)}`),
    readLines(books, receiptId),
    readTenders(books, receiptId, then(sql`e`)),
    readReturns(books, receiptId, { at, counts: then(sql`u`) }),
  ]);
  if (!row) throw new Refusal("not-found");
  return { ...receiptOf(row, business), receiptId, lines, tenders, returns };
}

type Head = Omit<ReceiptPage, "receiptId" | "lines" | "tenders" | "returns">;

const receiptOf = (row: Row, { name, country }: Business): Head => ({
  number: row.number,
  kind: row.kind,
  currency: row.currency,
  issuedOn: row.issued_on,
  createdAt: row.created_at,
  soldBy: row.sold_by,
  note: row.note,
  buyer: row.buyer_name ?? "",
  poNumber: row.po_number ?? "",
  signature: signatureOf(row.signature),
  memo: row.memo,
  customer: row.customer_id === null ? null : customerOf(row, row.customer_id, country),
  business: {
    name,
    addressLines: row.business_lines,
    phone: row.phone,
    email: row.email,
    language: row.language,
  },
  ...amountsOf(row),
  taxes: row.taxes.map(({ tax, ...rate }) => ({ ...rate, taxCents: cents(tax) })),
  noTaxSet: row.no_tax_set,
  invoice: row.invoice_id === null ? null : invoiceOf(row, row.invoice_id),
  balance:
    row.before === null || row.after === null
      ? null
      : { beforeCents: cents(row.before), afterCents: cents(row.after) },
  original: row.return_of === null ? null : { receiptId: row.return_of, number: row.original_number },
  returnable: row.returnable,
});

const customerOf = (row: Row, customerId: string, country: string): ReceiptPage["customer"] => ({
  customerId,
  number: row.customer_number,
  name: row.customer_name,
  addressLines: printedAddress(addressOfRow(row), country),
});

const amountsOf = (row: Row) => ({
  subtotalCents: cents(row.subtotal),
  taxCents: cents(row.tax),
  totalCents: cents(row.total),
  onAccountCents: cents(row.on_account),
  houseChargeCents: cents(row.house_charge),
  moneyCents: cents(row.money),
});

const invoiceOf = (row: Row, invoiceId: string): ReceiptPage["invoice"] => ({
  invoiceId,
  number: row.invoice_number,
  dueOn: row.due_on,
  openCents: cents(row.invoice_open),
  reversed: row.taken_back,
});
