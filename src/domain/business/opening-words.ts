// The kinds of opening balances, by hand. Apart from the shape that a door accepts, so that a page isn't sent the whole of zod.
export const OPENING_WORDS = {
  invoice: "Open invoice",
  credit: "Credit",
  payment: "Payment on account",
} as const;
export type OpeningKind = keyof typeof OPENING_WORDS;

/** What a box says; an open invoice where it says nothing that is known. */
export const openingKindOf = (value: string): OpeningKind =>
  value === "credit" || value === "payment" ? value : "invoice";
