// What has become of an invoice, in one word: the list, its page and a person on the phone all use the same.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

export type InvoiceState =
  | "open"
  | "part-paid"
  | "overdue"
  | "paid"
  | "written-off"
  | "moved"
  | "held"
  | "voided";

/** The debt that the invoice made, as it stands; null when all of it is held back. */
export type InvoiceStanding = {
  voided: boolean;
  dueOn: Day;
  debt: { amountCents: Cents; openCents: Cents; reducedCents: Cents; writtenOffCents: Cents } | null;
};

export function invoiceStateOf({ voided, dueOn, debt }: InvoiceStanding, today: Day): InvoiceState {
  if (voided) return "voided";
  if (!debt) return "held";
  if (debt.openCents > 0) {
    if (dueOn < today) return "overdue";
    return debt.openCents < debt.amountCents ? "part-paid" : "open";
  }
  if (debt.reducedCents > 0) return "moved";
  return debt.writtenOffCents > 0 ? "written-off" : "paid";
}

export const INVOICE_STATE_WORDS: Record<InvoiceState, string> = {
  open: "Open",
  "part-paid": "Partly paid",
  overdue: "Overdue",
  paid: "Paid",
  "written-off": "Written off",
  moved: "Moved",
  held: "Held back",
  voided: "Void",
};

/** How the list is narrowed. */
export const INVOICE_FILTERS = { open: "Unpaid", overdue: "Overdue", paid: "Paid", voided: "Void" } as const;
export type InvoiceFilter = keyof typeof INVOICE_FILTERS;
