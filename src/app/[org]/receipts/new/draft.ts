// The sale as it stands: what is typed, in a shape that the browser keeps. It survives a reload, belongs to one tab of
// one business, and is gone with the receipt.
import type { Tender } from "@/domain/receipts/receipt.ts";
import type { KeyPlace } from "@/ui/use-command.ts";

export type DraftLine = {
  key: number;
  productId: string | null;
  sku: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  /** What the product cost when it was put here; null for a line of free text. */
  listPrice: string | null;
  discount: string;
  taxable: boolean;
};
export type DraftTender = { key: number; tender: Tender; amount: string; reference: string };
export type Draft = {
  customerId: string | null;
  lines: DraftLine[];
  /** null until there is a payment on account. */
  onAccount: string | null;
  tenders: DraftTender[];
  note: string;
};

export const BLANK: Draft = { customerId: null, lines: [], onAccount: null, tenders: [], note: "" };

export const isBlank = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(BLANK);

/** One more than any there: keys only have to differ. */
export const nextKey = (rows: readonly { key: number }[]): number =>
  rows.reduce((most, row) => Math.max(most, row.key), 0) + 1;

const place = (org: string) => `onaccount-counter-v1-${org}`;
const keyPlace = (org: string) => `onaccount-counter-key-v1-${org}`;

/** Under this key the sale was sent, maybe without an answer: sent again after a reload, it is recorded once. */
export const draftKey = (org: string): KeyPlace => ({
  read: () => sessionStorage.getItem(keyPlace(org)),
  keep(key) {
    if (key === null) sessionStorage.removeItem(keyPlace(org));
    else sessionStorage.setItem(keyPlace(org), key);
  },
});

export function keepDraft(org: string, draft: Draft): void {
  if (isBlank(draft)) {
    sessionStorage.removeItem(place(org));
    draftKey(org).keep(null);
  } else sessionStorage.setItem(place(org), JSON.stringify(draft));
}

export function keptDraft(org: string): Draft | null {
  const kept = sessionStorage.getItem(place(org));
  return kept ? { ...BLANK, ...(JSON.parse(kept) as Draft) } : null;
}
