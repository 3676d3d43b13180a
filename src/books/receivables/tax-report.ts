// The tax of a period by agency. Invoiced: what the journal says of the agency's account, and what was sold for money at
// the counter, which no account saw. Paid: of each invoice as much of its tax as of the invoice, and of a credit memo as
// much as was used of it; a write-off and a discount pay nothing.
import { sql, type SQL } from "drizzle-orm";
import type { AgencyTax, TaxPeriod, TaxReport } from "@/domain/receivables/tax-report.ts";
import { minusGross, plusGross } from "@/domain/values/money.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { POSTED_ON } from "./journal.ts";
import { soldIn } from "./tax-sales.ts";
import { APPLIED_TO_ITEMS, USED_OF_CREDITS, growth, usedIn, within } from "./tax-used.ts";
import type { Books } from "../open.ts";

type Row = {
  agencyId: string;
  agency: string;
  chartCode: string;
} & Record<
  "journal" | "counter" | "paid" | "posted" | "later" | "earlier" | "taxable" | "sales",
  number | null
>;

export async function readTaxReport(books: Books, period: TaxPeriod): Promise<TaxReport> {
  const rows = await books.tx.execute<Row>(sql`
    with posted as (
      select a.id as agency_id, l.event_number, - sum(l.amount) as tax
      from books.tax_agencies a join books.journal_lines l on l.chart_code = a.chart_code group by 1, 2),
    journal as (${journalIn(books, period)}),
    months as (${monthsOf(books, period)}),
    sold as (${soldIn(books, period)}),
    counter as (${counterIn(books, period)}),
    paid as (${period.basis === "paid" ? paidIn(books, period) : sql`select null::uuid as agency_id, 0 as tax`})
    select a.id as "agencyId", a.name as agency, a.chart_code as "chartCode",
      (select ${grossSum(sql`j.tax`)} from journal j where j.agency_id = a.id) as journal,
      (select ${grossSum(sql`c.tax`)} from counter c where c.agency_id = a.id) as counter,
      (select ${grossSum(sql`p.tax`)} from paid p where p.agency_id = a.id) as paid,
      (select ${grossSum(sql`m.posted`)} from months m where m.agency_id = a.id) as posted,
      (select ${grossSum(sql`m.later`)} from months m where m.agency_id = a.id) as later,
      (select ${grossSum(sql`m.earlier`)} from months m where m.agency_id = a.id) as earlier,
      (select ${grossSum(sql`s.base`)} from sold s where s.agency_id = a.id) as taxable,
      (select ${grossSum(sql`s.base`)} from sold s where s.agency_id is null) as sales
    from books.tax_agencies a
    order by a.chart_code collate books.natural`);
  return { ...period, rows: rows.map((row) => agencyTax(row, period)) };
}

function agencyTax(
  { journal, counter, paid, posted, later, earlier, taxable, sales, ...agency }: Row,
  { basis }: TaxPeriod,
): AgencyTax {
  const [journalCents, counterCents] = [grossCents(journal), grossCents(counter)];
  const accountCents = basis === "paid" ? grossCents(paid) : journalCents;
  const taxableCents = grossCents(taxable);
  return {
    ...agency,
    accountCents,
    counterCents,
    taxCents: plusGross(accountCents, counterCents),
    journalCents,
    postedCents: grossCents(posted),
    laterCents: grossCents(later),
    earlierCents: grossCents(earlier),
    taxableCents,
    exemptCents: minusGross(grossCents(sales), taxableCents),
  };
}

const journalIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select p.agency_id, sum(p.tax) as tax from posted p join books.events e on e.number = p.event_number
  where e.currency = ${currency} and ${within(sql`e.effective_on`, period)} group by 1`;

/** The same by the day from which the journal counts a line, and what lies between the two. */
const monthsOf = ({ currency }: Books, period: TaxPeriod): SQL => {
  const [dated, listed] = [within(sql`e.effective_on`, period), within(POSTED_ON, period)];
  return sql`
  select p.agency_id, sum(p.tax) filter (where ${listed}) as posted, sum(p.tax) filter (where ${dated} and not ${listed}) as later,
    sum(p.tax) filter (where ${listed} and not ${dated}) as earlier
  from posted p join books.events e on e.number = p.event_number
  where e.currency = ${currency} and (${dated} or ${listed}) group by 1`;
};

/** The receipts' taxes, less what of them their charges and credits posted. */
const counterIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select t.agency_id, sum(case r.kind when 'sale' then t.tax else - t.tax end) as tax
  from books.receipts r join books.receipt_taxes t on t.receipt_id = r.id
  where r.currency = ${currency} and ${within(sql`r.issued_on`, period)} group by 1
  union all
  select p.agency_id, - sum(p.tax) from books.receipts r
  join (select receipt_id, event_number from books.invoices union all
    select receipt_id, event_number from books.credit_memos) d on d.receipt_id = r.id
  join posted p on p.event_number = d.event_number
  where r.currency = ${currency} and ${within(sql`r.issued_on`, period)} group by 1`;

/** What was used by the end of the period less what was used before it, so that no cent is paid twice or never. */
const paidIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select p.agency_id, sum(${growth(sql`i.amount`)}) as tax
  from books.items i join posted p on p.event_number = i.id
  join (${usedIn(APPLIED_TO_ITEMS, period)}) u on u.document_id = i.document_id
  where i.currency = ${currency} group by 1
  union all
  select p.agency_id, sum(${growth(sql`k.amount`)})
  from books.credits k join posted p on p.event_number = k.id
  join (${usedIn(USED_OF_CREDITS, period)}) u on u.document_id = k.document_id
  where k.currency = ${currency} group by 1`;
