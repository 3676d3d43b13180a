// One receipt with everything that hangs on it, in one snapshot.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { printedAddress } from "@/domain/customers/address.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { ReceiptKind, Tender } from "@/domain/receipts/receipt.ts";
import type {
  PaperLink,
  ReceiptPageLine,
  ReceiptPage,
  ReceiptPageTender,
} from "@/domain/receipts/receipt-page.ts";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";
import type { Books } from "../open.ts";
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

/** By its id; refuses what isn't there with "not-found". The business is as the directory names it. */
export async function readReceipt(books: Books, receiptId: string, business: Business): Promise<ReceiptPage> {
  if (!z.uuid().safeParse(receiptId).success) throw new Refusal("not-found");
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
        i.due_on, coalesce((select t.amount - t.applied - t.reversed from books.items t where t.id = i.event_number), 0)
          as invoice_open, exists (select from books.events e where e.reverses = i.event_number) as taken_back,
        r.return_of, o.number as original_number, f.prev_balance as before, l.balance_after as after,
        r.kind = 'sale' and exists (select from books.receipt_lines b where b.receipt_id = r.id and b.quantity > coalesce(
          (select sum(q.quantity) from books.receipt_lines q where q.return_of = b.receipt_id and q.returned_line = b.line
            and ${standsAs(sql`q.receipt_id`)}), 0)) as returnable
      from books.receipts r cross join books.settings s
      left join books.accounts a on a.id = r.account_id left join books.customers c on c.id = a.customer_id
      left join books.invoices i on i.receipt_id = r.id left join books.charged_by b on b.invoice_id = i.id
      left join books.receipts o on o.id = r.return_of
      left join lateral (select e.prev_balance from books.receipt_tenders t join books.events e on e.number = t.event_number
        where t.receipt_id = r.id order by e.seq limit 1) f on true
      left join lateral (select e.balance_after from books.receipt_tenders t join books.events e on e.number = t.event_number
        where t.receipt_id = r.id order by e.seq desc limit 1) l on true
      where r.id = ${receiptId}::uuid`),
    readLines(books, receiptId),
    readTenders(books, receiptId),
    readReturns(books, receiptId),
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

async function readLines({ tx }: Books, receiptId: string): Promise<ReceiptPageLine[]> {
  const rows = await tx.execute<{
    line: number;
    product_id: string | null;
    sku: string;
    description: string;
    quantity: string;
    unit: string;
    unit_price: string;
    discount: number;
    total: number;
    taxable: boolean;
    tax: number;
  }>(sql`
    select line, product_id, sku, description, trim_scale(quantity)::text as quantity, unit,
      trim_scale(unit_price)::text as unit_price, discount, total, taxable, tax
    from books.receipt_lines where receipt_id = ${receiptId}::uuid order by line`);
  return rows.map(({ product_id, unit_price, discount, total, tax, ...line }) => ({
    ...line,
    productId: product_id,
    unitPrice: unit_price,
    discountCents: cents(discount),
    totalCents: cents(total),
    taxCents: cents(tax),
  }));
}

async function readTenders({ tx }: Books, receiptId: string): Promise<ReceiptPageTender[]> {
  const rows = await tx.execute<{
    tender: Tender;
    reference: string;
    amount: number;
    given: number;
    on_account: number;
    event_number: number | null;
    taken_back: boolean;
    paper: PaperLink | null;
  }>(sql`
    select t.tender, t.reference, t.amount, t.given, t.on_account, t.event_number,
      exists (select from books.events e where e.reverses = t.event_number) as taken_back, case
        when i.id is not null then jsonb_build_object('kind', 'invoice', 'id', i.id, 'number', i.number)
        when p.id is not null then jsonb_build_object('kind', 'payment', 'id', p.id, 'number', p.number)
        when m.id is not null then jsonb_build_object('kind', 'credit-memo', 'id', m.id, 'number', m.number) end as paper
    from books.receipt_tenders t left join books.invoices i on i.event_number = t.event_number
    left join books.payments p on p.event_number = t.event_number
    left join books.credit_memos m on m.event_number = t.event_number
    where t.receipt_id = ${receiptId}::uuid order by t.line`);
  return rows.map((row) => ({
    tender: row.tender,
    reference: row.reference,
    amountCents: cents(row.amount),
    givenCents: cents(row.given),
    onAccountCents: cents(row.on_account),
    eventId: row.event_number,
    reversed: row.taken_back,
    paper: row.paper,
  }));
}

async function readReturns({ tx }: Books, receiptId: string): Promise<ReceiptPage["returns"]> {
  const rows = await tx.execute<{
    id: string;
    number: string;
    issued_on: Day;
    total: number;
    stands: boolean;
  }>(sql`
    select id, number, issued_on, total, ${standsAs(sql`r.id`)} as stands from books.receipts r
    where return_of = ${receiptId}::uuid order by created_at, id`);
  return rows.map((row) => ({
    receiptId: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    totalCents: cents(row.total),
    reversed: !row.stands,
  }));
}
