// Why a house charge doesn't go through, in the same words before it is sent and when the books refuse it.
import {
  canCharge,
  type AccountFigures,
  type BoundBy,
  type CanCharge,
  type CreditTerms,
} from "../ledger/account.ts";
import { canChargeWords } from "../ledger/account-words.ts";
import type { againstInvoice } from "./invoice-policy.ts";
import { minus, type Cents } from "../values/money.ts";

type Write = (amount: Cents) => string;

/** null when it goes through. */
export function chargeRefusedWords(
  { figures, credit }: { figures: AccountFigures; credit: CreditTerms },
  chargeCents: Cents,
  write: Write,
): string | null {
  const can = canCharge(figures, credit);
  if (can.kind === "unlimited") return null;
  if (can.kind === "refused") return cantChargeWords(can, figures, write);
  return chargeCents > can.amountCents ? overLimitWords(chargeCents, can, write) : null;
}

/** "Can’t charge to the account: …", with what holds it where that is known. */
export function cantChargeWords(
  can: Extract<CanCharge, { kind: "refused" }>,
  figures: AccountFigures,
  write: Write,
): string {
  const said = canChargeWords(figures, { kind: "none" }, can, write);
  return `${said.claim} to the account: ${said.because}`;
}

type Left = { amountCents: Cents; bound?: Pick<BoundBy, "name"> | undefined };

/** Whose limit it is, where it isn’t the customer’s own. */
export function overLimitWords(chargeCents: Cents, { amountCents, bound }: Left, write: Write): string {
  const over = write(minus(chargeCents, amountCents));
  const shared = bound ? ` of ${bound.name} and its children` : "";
  return amountCents > 0
    ? `That is ${over} above what this customer can charge, which is ${write(amountCents)}${bound ? `: the limit${shared} leaves no more` : ""}.`
    : `This customer can charge nothing more: the limit${shared} is in use, so that would be ${over} above it.`;
}

/** null where the job has room for it, or has no limit of its own. */
export const overJobWords = (chargeCents: Cents, roomCents: Cents | null, write: Write): string | null =>
  roomCents === null || chargeCents <= roomCents
    ? null
    : `That is ${write(minus(chargeCents, roomCents))} above what can still be charged on this job, which is ${write(roomCents)}.`;

/** What speaks against an invoice of so much, in one sentence. */
export function againstInvoiceWords(
  against: NonNullable<ReturnType<typeof againstInvoice>>,
  { figures, invoicedCents }: { figures: AccountFigures; invoicedCents: Cents },
  write: Write,
): string {
  if (against.kind === "amount") return overLimitWords(invoicedCents, against, write);
  const { because } = canChargeWords(figures, { kind: "none" }, against, write);
  return `${because.charAt(0).toUpperCase()}${because.slice(1)}`;
}
