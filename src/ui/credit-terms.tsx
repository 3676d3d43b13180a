// A credit limit and what can be charged, written one way wherever they stand: "not set", "unlimited", "any amount",
// "nothing", or the amount.
import { chargeableWords, limitWords } from "@/domain/credit/credit-words.ts";
import type { CanCharge, CreditLimit } from "@/domain/ledger/account.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { Reading } from "./amount.tsx";

/** `large`: among figures set large, where words are smaller, since they are no amounts. */
type Props = Reading & { large?: boolean };

const writer =
  ({ currency, locale }: Reading) =>
  (amount: Cents) =>
    formatAmount(amount, currency, locale);

export function LimitText({ limit, large = false, ...reading }: Props & { limit: CreditLimit }) {
  const words = limitWords(limit, writer(reading));
  return limit.kind === "limit" ? words : <Words large={large}>{words}</Words>;
}

export function ChargeableText({ can, large = false, ...reading }: Props & { can: CanCharge }) {
  const words = chargeableWords(can, writer(reading));
  return can.kind === "amount" && can.amountCents > 0 ? words : <Words large={large}>{words}</Words>;
}

function Words({ large, children }: { large: boolean; children: string }) {
  return <span className={large ? "text-16 font-medium" : "text-soft"}>{children}</span>;
}
