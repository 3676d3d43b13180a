// How money comes in, and what a person calls each way.
export const PAYMENT_METHODS = {
  check: "Check",
  card: "Card",
  cash: "Cash",
  "direct-deposit": "Direct deposit",
  "record-only": "Payment",
} as const;

export type PaymentMethod = keyof typeof PAYMENT_METHODS;
