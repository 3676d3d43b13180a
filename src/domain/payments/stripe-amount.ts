// An amount as Stripe counts it. Its smallest units are those of ISO 4217 but for a few currencies.
import { Refusal } from "../refusal.ts";
import { cents, type Cents } from "../values/money.ts";

/** Counted in hundredths there, though it has none. */
const IN_HUNDREDTHS: ReadonlySet<string> = new Set(["ISK", "UGX"]);
/** Only whole tens of its thousandths are charged. */
const IN_TENS: ReadonlySet<string> = new Set(["BHD", "JOD", "KWD", "OMR", "TND"]);
/** Counted whole there, though it has a smaller unit: what isn't whole can't be charged. */
const WHOLE: ReadonlySet<string> = new Set(["MGA"]);

/** Refuses what can't be charged in that currency with "amount-unchargeable". */
export function toStripeAmount(amountCents: Cents, currency: string): number {
  if (IN_HUNDREDTHS.has(currency)) return amountCents * 100;
  const step = WHOLE.has(currency) ? 100 : IN_TENS.has(currency) ? 10 : 1;
  if (amountCents % step !== 0) throw new Refusal("amount-unchargeable", { currency });
  return WHOLE.has(currency) ? amountCents / 100 : amountCents;
}

export function fromStripeAmount(amount: number, currency: string): Cents {
  if (WHOLE.has(currency)) return cents(amount * 100);
  return cents(IN_HUNDREDTHS.has(currency) ? Math.round(amount / 100) : amount);
}
