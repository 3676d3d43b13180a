// The first steps of a business, in the order in which they make sense.
export const FIRST_STEPS = {
  address: { words: "Your address, for statements and receipts" },
  tax: { words: "Your tax, or that you take none" },
  product: { words: "A product" },
  customer: { words: "A customer" },
  credit: { words: "Credit for a customer" },
} as const satisfies Record<string, { words: string }>;

export type FirstStep = keyof typeof FIRST_STEPS;
