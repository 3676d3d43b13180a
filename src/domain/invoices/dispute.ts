// Why a customer objects to an invoice. It stays a debt as it is until somebody of the business settles the dispute.
export const DISPUTE_REASONS = [
  "not-received",
  "damaged",
  "wrong-price",
  "wrong-quantity",
  "not-ordered",
  "paid-already",
  "other",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** As the business reads it; its customer reads it in their own language. */
export const DISPUTE_REASON_WORDS: Readonly<Record<DisputeReason, string>> = {
  "not-received": "Not received",
  damaged: "Damaged or faulty",
  "wrong-price": "Wrong price",
  "wrong-quantity": "Wrong quantity",
  "not-ordered": "Not ordered",
  "paid-already": "Paid already",
  other: "Something else",
};

export type Dispute = {
  disputeId: string;
  reason: DisputeReason;
  note: string;
  raisedBy: string;
  raisedAt: string;
  /** Null while it stands. */
  settledBy: string | null;
  settledAt: string | null;
};
