// The corrections of an account, and what each is for.
import type { AdjustmentKind } from "@/domain/corrections/adjustment-effect.ts";

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
} as const satisfies Record<AdjustmentKind, object>;

export type Kind = AdjustmentKind;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
