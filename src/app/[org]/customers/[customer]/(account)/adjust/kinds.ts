// The corrections of an account: what each is for, and what it does to what is owed and to open credit.
import { ZERO, negative, type Cents } from "@/domain/values/money.ts";

export const KINDS = {
  "write-off": {
    name: "Write off",
    does: "An invoice, or a small difference that is left of one, is given up as not collectable.",
  },
  down: { name: "Adjust down", does: "The customer owes less: the amount becomes open credit." },
  up: { name: "Adjust up", does: "The customer owes more than the documents say: a debt due at once." },
  recovery: {
    name: "Recovery",
    does: "A debt that was written off is paid after all: it is owed again, and the payment then settles it.",
  },
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

export function effectOf(kind: Kind, amountCents: Cents) {
  if (kind === "write-off") return { openItemsCents: negative(amountCents), openCreditCents: ZERO };
  if (kind === "down") return { openItemsCents: ZERO, openCreditCents: amountCents };
  return { openItemsCents: amountCents, openCreditCents: ZERO };
}
