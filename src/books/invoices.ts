// Issues an invoice: a numbered document with its lines, and the event that makes it a debt of the account.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { known } from "@/domain/assert.ts";
import { Day, addDays } from "@/domain/day.ts";
import { LARGEST_AMOUNT, PositiveCents, ZERO, decimalString, plus, type Cents } from "@/domain/money.ts";
import { postInvoice } from "@/domain/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import { periodsFor, takeNumber } from "./business.ts";
import { lockAccount, type LockedAccount } from "./locked-account.ts";
import { newIds } from "./new-ids.ts";
import { takeEventNumbers, type Books } from "./open.ts";
import { post } from "./post.ts";

export const NewInvoice = z
  .strictObject({
    accountId: z.uuid(),
    /** Left out, the next of the business's own series. */
    number: z.string().trim().min(1, "Enter a number.").max(60).optional(),
    issuedOn: Day,
    /** Left out, the customer's terms decide. */
    dueOn: Day.optional(),
    lines: z
      .array(z.strictObject({ description: z.string().trim().min(1).max(500), totalCents: PositiveCents }))
      .min(1, "Enter at least one line.")
      .max(1000),
    memo: z.string().max(2000).default(""),
  })
  .refine(({ issuedOn, dueOn }) => !dueOn || dueOn >= issuedOn, {
    path: ["dueOn"],
    message: "Due before the invoice was issued.",
  });
export type NewInvoice = z.input<typeof NewInvoice>;

export type RecordedInvoice = { invoiceId: string; number: string; eventId: number; totalCents: Cents };

/** Refuses days in the future, closed months, days before the books start, and a number that is taken. */
export async function recordInvoice(books: Books, input: NewInvoice): Promise<RecordedInvoice> {
  const given = NewInvoice.parse(input);
  const account = await lockAccount(books, given.accountId);
  const totalCents = given.lines.reduce((total, line) => plus(total, line.totalCents), ZERO);
  if (totalCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  const [eventNumbers, ids, periodOf] = await Promise.all([
    takeEventNumbers(books, 1),
    newIds(books, 1),
    periodsFor(books, [given.issuedOn]),
  ]);
  const eventNumber = known(eventNumbers[0], "a number was taken");
  const invoiceId = known(ids[0], "an id was made");
  const dueOn = given.dueOn ?? addDays(given.issuedOn, account.termsDays);
  const number = given.number ?? (await takeNumber(books, "invoice"));
  const { accountId, issuedOn, memo } = given;
  const place = { eventNumber, accountId, invoiceId, number, issuedOn, dueOn, period: periodOf(issuedOn) };
  await post(books, [
    postInvoice({ ...place, subtotalCents: totalCents, taxCents: ZERO, label: "Invoice", memo }),
  ]);
  await keepInvoice(books, account, { ...place, ...given, number, dueOn, totalCents });
  return { invoiceId, number, eventId: eventNumber, totalCents };
}

type Kept = Omit<z.infer<typeof NewInvoice>, "number" | "dueOn"> & {
  invoiceId: string;
  eventNumber: number;
  number: string;
  dueOn: Day;
  totalCents: Cents;
};

async function keepInvoice({ tx }: Books, account: LockedAccount, invoice: Kept): Promise<void> {
  const { currency } = account;
  const lines = invoice.lines.map(({ description, totalCents }, index) => ({
    line: index + 1,
    description,
    total: totalCents,
    unit_price: decimalString(totalCents, currency),
  }));
  await tx.execute(sql`
    with invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total,
        notes_to_customer, event_number)
      values (${invoice.invoiceId}, ${invoice.accountId}, ${currency}, 'hand', ${invoice.number},
        ${invoice.issuedOn}, ${invoice.dueOn}, ${invoice.totalCents}, ${invoice.totalCents}, ${invoice.memo},
        ${invoice.eventNumber})
      returning id)
    insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
    select i.id, l.line, l.description, l.unit_price, l.total, c.code
    from invoice i, books.chart c,
      jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as l (line int, description text,
        unit_price numeric, total bigint)
    where c.role = 'revenue'`);
}
