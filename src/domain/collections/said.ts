// What customers said of what they owe, in one list: they object to an invoice, promise a day, or ask something.
import { CUSTOMER, listQuery, oneOf } from "../lists/list-query.ts";
import type { DisputeReason } from "../invoices/dispute.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { PromiseState } from "./promise.ts";
import type { Difference } from "../statements/question.ts";

export const SAID = { dispute: "Disputes", promise: "Promises", question: "Questions" } as const;
export type SaidKind = keyof typeof SAID;

/** `open`: a dispute or a question that nobody has dealt with, or a promise that isn't kept and none came instead of. */
export const SAID_SHOWN = { open: "Open", all: "All" } as const;

export const saidList = listQuery({
  filters: { ...CUSTOMER, kind: oneOf(SAID), show: oneOf(SAID_SHOWN) },
  sorts: { said: "desc" },
});

type Of = {
  saidId: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  currency: string;
  saidAt: string;
  saidBy: string;
};

export type Said = Of &
  (
    | {
        kind: "dispute";
        invoiceId: string;
        invoiceNumber: string;
        reason: DisputeReason;
        note: string;
        state: "open" | "settled";
      }
    | { kind: "promise"; promisedOn: Day; promisedCents: Cents; paidCents: Cents; state: PromiseState }
    | {
        kind: "question";
        note: string;
        differences: readonly Difference[];
        answeredBy: string | null;
        state: "open" | "answered";
      }
  );
