// That the customer is on hold, and why: said before the work is written down.
import { againstInvoiceWords } from "@/domain/credit/charging-words.ts";
import { againstInvoice } from "@/domain/credit/invoice-policy.ts";
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";

type Props = {
  customer: { figures: AccountFigures; credit: CreditTerms };
  write: (amount: Cents) => string;
};

export function OnHold({ customer, write }: Props) {
  const against = againstInvoice(customer, ZERO);
  if (against?.kind !== "refused") return null;
  const { figures } = customer;
  return (
    <p className="text-13 font-medium text-held">
      {againstInvoiceWords(against, { figures, invoicedCents: ZERO }, write)}
    </p>
  );
}
