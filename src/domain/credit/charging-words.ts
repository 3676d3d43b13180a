// Why a house charge doesn't go through, in the same words before it is sent and when the books refuse it.
import { canCharge, type AccountFigures, type CreditTerms, type WhyNot } from "../ledger/account.ts";
import { canChargeWords } from "../ledger/account-words.ts";
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
  if (can.kind === "refused") return cantChargeWords(can.because, figures, write);
  return chargeCents > can.amountCents ? overLimitWords(chargeCents, can.amountCents, write) : null;
}

export function cantChargeWords(because: WhyNot, figures: AccountFigures, write: Write): string {
  const said = canChargeWords(figures, { kind: "none" }, { kind: "refused", because }, write);
  return `${said.claim} to the account: ${said.because}`;
}

export function overLimitWords(chargeCents: Cents, canChargeCents: Cents, write: Write): string {
  const over = write(minus(chargeCents, canChargeCents));
  return canChargeCents > 0
    ? `That is ${over} above what this customer can charge, which is ${write(canChargeCents)}.`
    : `This customer can charge nothing more: the limit is in use, so that would be ${over} above it.`;
}
