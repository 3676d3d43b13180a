// Retainage: what is held back until a contract's conditions are met, and what billing it posts.
import type { Day } from "../values/day.ts";
import { ZERO, negative, plus, sum, type Cents } from "../values/money.ts";
import { taxByAgency, type PostedTax } from "../ledger/posted-tax.ts";
import { posting, type EventHeader, type Posting, type RetainageRow } from "../ledger/posting.ts";
import { revenueByAccount, type RevenueLine } from "../ledger/revenue.ts";

/** What is billed beside retainage: before tax, with its lines by account and its taxes by agency. */
export type BilledBeside = {
  subtotalCents: Cents;
  lines: readonly RevenueLine[];
  taxCents: Cents;
  taxes: readonly PostedTax[];
};

export type ReleaseFacts = {
  invoiceId: string;
  dueOn: Day;
  /** The job that all of it was held back on. */
  jobId?: string | null | undefined;
  released: readonly RetainageRow[];
  own?: BilledBeside;
};

const NOTHING: BilledBeside = { subtotalCents: ZERO, lines: [], taxCents: ZERO, taxes: [] };

/** Dr A/R, Cr retainage receivable; and of what is billed beside it, Cr revenue per line's account and Cr tax per agency. */
export function postRetainageRelease(
  place: EventHeader,
  { invoiceId, dueOn, jobId, released, own = NOTHING }: ReleaseFacts,
): Posting {
  const billed = plus(sum(released.map((row) => row.amountCents)), own.subtotalCents);
  const item = { amountCents: plus(billed, own.taxCents), issuedOn: place.effectiveOn, dueOn, jobId };
  const retainage = released.map((row) => ({ ...row, amountCents: negative(row.amountCents) }));
  const what = {
    kind: "retainage-release",
    label: "Retainage billed",
    documentId: invoiceId,
    item,
    retainage,
  } as const;
  const beside = [...revenueByAccount(own.subtotalCents, own.lines), ...taxByAgency(own.taxCents, own.taxes)];
  return posting(
    place,
    what,
    beside.map((line) => ({ ...line, amountCents: negative(line.amountCents) })),
  );
}
