// A counter sale, or goods brought back: what a receipt is called and how it can be paid (product.md A6–A8).
export const RECEIPT_KINDS = ["sale", "return"] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** House Charge goes to the customer's account; on a return it is the credit that goes back to it. */
export const TENDERS = ["cash", "check", "card", "house-charge"] as const;
export type Tender = (typeof TENDERS)[number];
