// How money comes in, and what a person calls each way.
export const PAYMENT_METHODS = {
  check: "Check",
  card: "Card",
  cash: "Cash",
  "direct-deposit": "Direct deposit",
  online: "Online payment",
  "record-only": "Payment",
} as const;

export type PaymentMethod = keyof typeof PAYMENT_METHODS;

/** What a person records: an online payment is recorded as it comes in. */
export type MethodByHand = Exclude<PaymentMethod, "online">;

/** What a bank can give back: cash and what was only recorded never went through one, and a card paid online is disputed there. */
const BY_BANK: ReadonlySet<PaymentMethod> = new Set(["check", "card", "direct-deposit"]);
export const canBeReturned = (method: PaymentMethod): boolean => BY_BANK.has(method);

/** How its refund begins: as the money came, unless nobody hands it back by hand that way. */
export const refundedBy = (method: PaymentMethod): MethodByHand =>
  method === "online" ? "record-only" : method;

/** How money goes back: "Refund by check 1042". */
export const REFUND_WORDS: Record<PaymentMethod, string> = {
  check: "by check",
  card: "to the card",
  cash: "in cash",
  "direct-deposit": "by direct deposit",
  online: "online",
  "record-only": "",
};
