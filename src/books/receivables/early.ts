// What may still be kept of all that is open for paying early, on a day: for a hundred accounts as for one.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { offerOn, offerUnder, offersTogether, type Offer } from "@/domain/values/terms.ts";
import { openItemsAt, type Moment } from "../ledger/as-of.ts";
import { HAS_DISCOUNT, keptBefore } from "../ledger/discounts.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";
import { LONGEST_OFFER } from "./unpaid.ts";

/** By account; one of which nothing may be kept isn't in the answer. */
export async function readEarly(
  books: Books,
  moment: Moment,
  accountIds: readonly string[],
): Promise<Map<string, Offer>> {
  const rows = await books.tx.execute<{
    account_id: string;
    terms: string;
    issued_on: Day;
    subtotal: number;
    open_then: number;
  }>(sql`
    select i.account_id, v.terms, i.issued_on, v.subtotal, i.open_then
    from ${openItemsAt(books, moment, isOf(sql`r.account_id`, accountIds))} i join books.invoices v on v.id = i.document_id
    where ${HAS_DISCOUNT} and not ${keptBefore(moment)}
      and i.issued_on > ${moment.asOf}::date - ${LONGEST_OFFER}::int`);
  const early = new Map<string, Offer>();
  for (const [accountId, theirs] of Map.groupBy(rows, (row) => row.account_id)) {
    const offers = theirs.map(({ terms, issued_on: issuedOn, subtotal, open_then: open }) =>
      offerOn(
        offerUnder(terms, { issuedOn, subtotalCents: cents(subtotal), openCents: cents(open) }),
        moment.asOf,
      ),
    );
    const all = offersTogether(offers);
    if (all) early.set(accountId, all);
  }
  return early;
}
