// What the kinds of statements are called on the screens of a business, and what each has.
import type { StatementKind } from "./kinds.ts";

export const KIND_LABELS: Record<StatementKind, string> = {
  "open-item": "Open item",
  "balance-forward": "Balance forward",
  activity: "Activity",
};

export const KIND_SAYS: Record<StatementKind, string> = {
  "open-item": "Every unpaid invoice, and the credit that could pay some of it.",
  "balance-forward": "The balance before, what happened since, and every unpaid invoice.",
  activity: "The balance before, and what happened since.",
};
