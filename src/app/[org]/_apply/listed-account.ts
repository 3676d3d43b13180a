// An account's open items with their days already written out, so that the browser needs neither the calendar nor zod.
import { lateWords } from "@/domain/ledger/account-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Debt, PayingAccount } from "@/domain/payments/paying.ts";

export type ListedDebt = Debt & { due: string; late: string | null; offerUntil: string | null };
export type ListedAccount = Omit<PayingAccount, "debts"> & { debts: ListedDebt[] };

export function listedAccount(account: PayingAccount, locale: string): ListedAccount {
  const debts = account.debts.map((debt) => ({
    ...debt,
    due: formatDay(debt.dueOn, locale),
    late: lateWords(debt.daysPastDue),
    offerUntil: debt.offer && formatDay(debt.offer.untilOn, locale),
  }));
  return { ...account, debts };
}
