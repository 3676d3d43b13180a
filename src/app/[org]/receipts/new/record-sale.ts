// Sends the sale as it was read, and keeps what the last screen of it says.
import type { ReceiptApplied } from "@/domain/receipts/receipt.ts";
import type { Sale } from "@/domain/receipts/counter.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import type { Draft, DraftSignature } from "./draft.ts";
import type { Customer } from "./use-customer.ts";

export type Done = RouterOutputs["receipts"]["record"] & {
  dueCents: Cents;
  houseChargeCents: Cents;
  onAccountCents: Cents;
  customer: Pick<Customer, "customerId" | "name"> | null;
  currency: string;
  today: Day;
};

type Order = {
  draft: Draft;
  customer: Customer | null;
  sale: Sale;
  currency: string;
  today: Day;
  commandKey: string;
  /** What the payment on account settles. */
  applied: ReceiptApplied;
  /** An approved override that covers the charge. */
  overrideId: string | null;
  /** Of the buyer; never kept. */
  buyerPin: string;
  /** null where none is taken. */
  signature: DraftSignature | null;
};

/** One that was closed meanwhile isn't the customer's to charge on any more. */
export const jobOf = ({ jobId }: Draft, customer: Customer | null) =>
  customer?.jobs.find((job) => job.jobId === jobId) ?? null;

export async function recordSale(org: string, order: Order): Promise<Done> {
  const { draft, customer, sale, currency, today, commandKey, applied, overrideId, buyerPin, signature } =
    order;
  const lines = draft.lines.map(({ productId, description, unit, taxable, quantity, unitPrice }, at) => ({
    productId,
    description: description.trim(),
    quantity: sale.lines[at]?.sold?.quantity ?? quantity.trim(),
    unit,
    unitPrice: sale.lines[at]?.sold?.unitPrice ?? unitPrice.trim(),
    taxable,
    discountCents: sale.lines[at]?.sold?.discountCents ?? ZERO,
  }));
  // Where nothing is due, whatever tender was chosen pays nothing.
  const tenders = sale.tenders
    .map(({ tender, amountCents, givenCents }, at) => ({
      tender,
      amountCents,
      reference: (draft.tenders[at]?.reference ?? "").trim(),
      ...(givenCents !== undefined && { givenCents }),
    }))
    .filter(({ amountCents }) => amountCents > 0);
  const { dueCents, onAccountCents } = sale.total;
  const recorded = await api(org).receipts.record.mutate({
    commandKey,
    accountId: customer?.accountId ?? null,
    lines,
    tenders,
    onAccountCents,
    note: draft.note.trim(),
    memo: draft.memo.trim(),
    overrideId,
    ...(sale.houseChargeCents > 0 && {
      buyerId: draft.buyerId,
      buyerPin,
      poNumber: draft.poNumber.trim(),
      orderId: draft.orderId,
      ...(signature?.requestId
        ? { signatureRequestId: signature.requestId }
        : signature && { signature: { path: signature.path, name: signature.name } }),
    }),
    jobId: jobOf(draft, customer)?.jobId ?? null,
    onAccountApplied: applied === "oldest-first" ? applied : [...applied],
  });
  return {
    ...recorded,
    dueCents,
    onAccountCents,
    houseChargeCents: sale.houseChargeCents,
    currency,
    today,
    customer: customer && { customerId: customer.customerId, name: customer.name },
  };
}
