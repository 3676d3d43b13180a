// What each correction of an account does to its figures, as the form shows it before it is done.
import type { FiguresChange } from "../ledger/figures-after.ts";
import { negative, type Cents } from "../values/money.ts";

export type AdjustmentKind = "write-off" | "down" | "up" | "recovery";

export function effectOfAdjusting(kind: AdjustmentKind, amountCents: Cents): FiguresChange {
  if (kind === "write-off") return { openItemsCents: negative(amountCents) };
  if (kind === "down") return { openCreditCents: amountCents };
  return { openItemsCents: amountCents };
}
