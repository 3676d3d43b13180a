// What a statement's square code and its line for machines say: where to pay, how much, and by which reference. A bank's
// app reads the European one (EPC069-12, version 2) where the business takes transfers in euros; any other holds the
// reference and the amount for whoever keys the payment in.
import { decimalString, type Cents } from "../values/money.ts";
import type { Statement } from "./statement.ts";

type Paid = Pick<Statement, "payment" | "currency"> & { business: Pick<Statement["business"], "name"> };

/** A transfer carries at most 999,999,999.99 euros. */
const MOST_TRANSFERRED = 99_999_999_999;
const NAME_LENGTH = 70;

/** null where nothing says whose payment it is. */
export function paymentCode(statement: Paid, amountCents: Cents): string | null {
  const { payment, currency, business } = statement;
  if (!payment?.reference) return null;
  const amount = decimalString(amountCents, currency);
  if (currency !== "EUR" || payment.iban === null || amountCents > MOST_TRANSFERRED)
    return `${payment.reference}\n${currency} ${amount}`;
  const name = [...business.name.replace(/\s+/g, " ").trim()].slice(0, NAME_LENGTH).join("");
  // The bank (within the European area its number is enough) and the purpose stay empty.
  return ["BCD", "002", "1", "SCT", "", name, payment.iban, `EUR${amount}`, "", payment.reference].join("\n");
}

/** "RF28C0042  155090 USD": for a reader that knows no marks between digits; the amount is in the smallest units. */
export const machineLine = ({ payment, currency }: Paid, amountCents: Cents): string | null =>
  payment?.reference ? `${payment.reference} ${amountCents} ${currency}` : null;
