// What is wrong with a draft of an invoice, said by the box that it is about.
import { MOST_LINES } from "./invoice-total.ts";
import type { DraftFault, LineFault } from "./draft.ts";

export type LineBox = "description" | "quantity" | "unitPrice" | "discount" | "taxRateId" | "retainage";

export const LINE_FAULTS: Record<LineFault, { box: LineBox; words: string }> = {
  description: { box: "description", words: "Say what it is." },
  quantity: { box: "quantity", words: "Enter a quantity above zero, with up to 4 decimals." },
  unitPrice: { box: "unitPrice", words: "Enter a price, with up to 4 decimals." },
  discount: { box: "discount", words: "Enter an amount or a share, such as 10%." },
  "discount-too-large": { box: "discount", words: "That is more than the line comes to." },
  tax: { box: "taxRateId", words: "That rate isn’t there any more. Choose another." },
  retainage: { box: "retainage", words: "Enter an amount or a share, such as 10%." },
  "retainage-too-large": { box: "retainage", words: "That is more than the line comes to." },
};

const MOST = MOST_LINES.toLocaleString("en-US");

export const DRAFT_FAULTS: Record<DraftFault, string> = {
  "no-customer": "Choose the customer who is billed.",
  "no-day": "Choose the day of the invoice.",
  "day-to-come": "Choose today or an earlier day.",
  "no-due-day": "Choose terms or a due date.",
  "due-before-issue": "It would be due before it is issued. Choose a later day.",
  retainage: "Enter an amount or a share, such as 10%.",
  "retainage-too-large": "That is more than the lines that can be held back come to.",
  "no-lines": "Add at least one line.",
  "too-many-lines": `An invoice has at most ${MOST} lines. Split it into several.`,
  "comes-to-nothing": "It comes to nothing. Enter a price.",
  "too-large": "That is more than one document may carry.",
};
