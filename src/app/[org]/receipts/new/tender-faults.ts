// What is wrong with a tender, or with the payment on account, said by its box.
import type { ReadTender } from "@/domain/receipts/counter.ts";
import type { Notation } from "@/domain/values/written-number.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";

export function tenderFaultWords(fault: NonNullable<ReadTender["fault"]>, notation: Notation): string {
  if (fault === "more-than-left") return "That is more than is left to pay this way. Only cash gives change.";
  if (fault === "nothing")
    return "Nothing is left to pay this way. Take it away, or enter an amount elsewhere.";
  return paidFaultWords(fault, notation);
}
