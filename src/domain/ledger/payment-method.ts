// How money comes in, and what a person calls each way.
export const PAYMENT_METHODS = {
  check: "Check",
  card: "Card",
  cash: "Cash",
  "direct-deposit": "Direct deposit",
  "record-only": "Payment",
} as const;

export type PaymentMethod = keyof typeof PAYMENT_METHODS;

/** How money goes back: "Refund by check 1042". */
export const REFUND_WORDS: Record<PaymentMethod, string> = {
  check: "by check",
  card: "to the card",
  cash: "in cash",
  "direct-deposit": "by direct deposit",
  "record-only": "",
};
