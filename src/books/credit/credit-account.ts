// One customer's credit as the person reads it who decides on it: the terms that stand, what the account makes of them
// today, and every earlier decision.
import { sql } from "drizzle-orm";
import { canCharge, type AccountFigures, type CanCharge, type CreditTerms } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import type { PayingHabit } from "@/domain/credit/paying-habit.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readCreditChanges, type MadeChange } from "./credit-changes.ts";
import { DECIDED_COLUMNS, decidedOf, type DecidedRow } from "./decided-terms.ts";
import { readPayingHabits } from "./paying-habits.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";

export type CreditAccount = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  currency: string;
  decided: DecidedTerms;
  terms: CreditTerms;
  figures: AccountFigures;
  canCharge: CanCharge;
  changes: MadeChange[];
  habit: PayingHabit;
  today: Day;
};

/** By the customer's id or number, as the books stand now. */
export async function readCreditAccount(
  books: Books,
  customer: string,
  inCurrency?: string,
): Promise<CreditAccount> {
  const account = await readAccount(books, customer, inCurrency);
  const { accountId, customerId, customerNumber, name, currency, credit: terms, figures } = account;
  const [[standing], changes, habits] = await Promise.all([
    books.tx.execute<DecidedRow>(sql`
      select ${DECIDED_COLUMNS} from books.accounts a where a.id = ${accountId}::uuid`),
    readCreditChanges(books, accountId),
    readPayingHabits(books, [accountId]),
  ]);
  if (!standing) throw new Error("an account that was read is there");
  return {
    accountId,
    customerId,
    customerNumber,
    name,
    currency,
    terms,
    figures,
    changes,
    habit: present(habits.get(accountId), "an account has a habit, be it of nothing"),
    today: books.today,
    decided: decidedOf(standing),
    canCharge: canCharge(figures, terms),
  };
}
