// The accounts that were chosen on the list, as a change of many is seen before it is made: what was decided on each, and
// what it comes to today.
import { sql } from "drizzle-orm";
import { creditTermsOf, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { FIGURE_COLUMNS, figuresOf, type FigureRow } from "../ledger/account-figures.ts";
import { CREDIT_COLUMNS, keptTermsOf, type CreditRow } from "../ledger/credit-terms.ts";
import type { Books } from "../open.ts";
import { decidedOf, type DecidedRow } from "./decided-terms.ts";

export type ChosenAccount = {
  accountId: string;
  customerId: string;
  number: string;
  name: string;
  currency: string;
  decided: DecidedTerms;
  terms: CreditTerms;
  figures: AccountFigures;
};

/** In the business's currency, by name; who isn't there, or was archived, is left out. */
export async function readChosen(
  { tx, today, currency }: Books,
  customerIds: readonly string[],
): Promise<ChosenAccount[]> {
  const rows = await tx.execute<
    CreditRow &
      FigureRow &
      DecidedRow & { account_id: string; customer_id: string; number: string; name: string; currency: string }
  >(sql`
    select a.id as account_id, c.id as customer_id, c.number, c.name, a.currency, ${CREDIT_COLUMNS}, ${FIGURE_COLUMNS},
      a.hold_exempt, a.review_on
    from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${currency}
    where c.id = any (${sql.param(customerIds)}::text[]::uuid[]) and c.archived_at is null and c.merged_into is null
    order by lower(c.name) collate "und-x-icu", c.id`);
  return rows.map((row) => ({
    accountId: row.account_id,
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    currency: row.currency,
    decided: decidedOf(row),
    terms: creditTermsOf(keptTermsOf(row), today),
    figures: figuresOf(row),
  }));
}
