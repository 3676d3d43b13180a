// Bills held retainage: what the customer kept back becomes a debt that is due, in whole or in part.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { addDays } from "@/domain/values/day.ts";
import { ZERO, decimalString, sum, type Cents } from "@/domain/values/money.ts";
import { postRetainageRelease } from "@/domain/invoices/retainage.ts";
import type { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { takeNumber } from "../ledger/number-series.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { newIds } from "../new-ids.ts";
import { readHeldRetainage } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

export type Released = { invoiceId: string; number: string; eventId: number; totalCents: Cents };

/** Refuses "retainage-released" for more than a line still holds. */
export async function releaseRetainage(books: Books, input: NewRelease): Promise<Released> {
  const { accountId, releasedOn, released, ...given } = input;
  const [account, held, place, ids] = await Promise.all([
    lockAccount(books, accountId),
    readHeldRetainage(books, accountId),
    reserveEvent(books, { accountId, on: releasedOn }),
    newIds(books, 1),
  ]);
  for (const { invoiceId, invoiceLine, amountCents } of released) {
    const line = held.find((row) => row.invoiceId === invoiceId && row.invoiceLine === invoiceLine);
    if (!line || amountCents > line.amountCents)
      throw new Refusal("retainage-released", { invoiceId, invoiceLine });
  }
  const invoiceId = present(ids[0], "an id was made");
  const dueOn = given.dueOn ?? addDays(releasedOn, account.termsDays);
  const totalCents = sum(released.map((row) => row.amountCents));
  await post(books, [postRetainageRelease(place, { invoiceId, dueOn, released, taxCents: ZERO })]);
  const number = await takeNumber(books, "invoice");
  const { currency } = account;
  await books.tx.execute(sql`
    with invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, event_number)
      values (${invoiceId}, ${accountId}, ${currency}, 'release', ${number}, ${releasedOn}, ${dueOn}, ${totalCents},
        ${totalCents}, ${place.number}) returning id)
    insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
    select i.id, 1, 'Retainage', ${decimalString(totalCents, currency)}::numeric, ${totalCents}::bigint, c.code
    from invoice i, books.chart c where c.role = 'retainage-receivable'`);
  return { invoiceId, number, eventId: place.number, totalCents };
}
