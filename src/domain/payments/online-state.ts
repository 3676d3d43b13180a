// Where an online payment stands. It is paid when Stripe says that the money is there, and then for ever; until Stripe says anything
// it isn't known, which is neither. Without zod, so that a browser isn't sent it.
export const ONLINE_STATES = ["started", "paid", "failed", "expired"] as const;
export type OnlineState = (typeof ONLINE_STATES)[number];

export const ONLINE_STATE_WORDS: Record<OnlineState, string> = {
  started: "Waiting",
  paid: "Paid",
  failed: "Failed",
  expired: "Not paid",
};

export const RETURN_KINDS = ["refund", "refund-failed", "chargeback", "chargeback-won"] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

export const RETURN_WORDS: Record<ReturnKind, string> = {
  refund: "Refund",
  "refund-failed": "Refund came back",
  chargeback: "Chargeback",
  "chargeback-won": "Chargeback won",
};

/** By it money is there again that had gone back. */
export const isBackAgain = (kind: ReturnKind): boolean =>
  kind === "refund-failed" || kind === "chargeback-won";
