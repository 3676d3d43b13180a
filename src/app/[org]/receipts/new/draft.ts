// The sale as it stands: what is typed, in a shape that the browser keeps. It survives a reload, belongs to one person in
// one tab of one business, and is gone with the receipt.
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
/** `requestId`: it was signed on a phone. `of`: what it was signed for, as `signedOf` writes it. */
export type DraftSignature = { path: string; name: string; requestId: string | null; of: string };
export type Draft = {
  customerId: string | null;
  /** The customer's job that the house charge is for. */
  jobId: string | null;
  lines: DraftLine[];
  /** null until there is a payment on account. */
  onAccount: string | null;
  /** What it settles, typed beside each open invoice; null for the oldest first. */
  applied: Readonly<Record<number, string>> | null;
  tenders: DraftTender[];
  /** Printed on it. */
  note: string;
  /** For the business itself. */
  memo: string;
  /** The override that was asked for, so that the house charge may pass. */
  overrideId: string | null;
  /** Of the house charge: the authorised buyer, and the purchase order. */
  buyerId: string | null;
  poNumber: string;
  orderId: string | null;
  /** What the customer signed, and for how much. */
  signature: DraftSignature | null;
};

export const BLANK: Draft = {
  customerId: null,
  jobId: null,
  lines: [],
  onAccount: null,
  applied: null,
  tenders: [],
  note: "",
  memo: "",
  overrideId: null,
  buyerId: null,
  poNumber: "",
  orderId: null,
  signature: null,
};

/** What a customer signs for: another amount, line, job, buyer or order is signed anew. */
export const signedOf = (draft: Draft, chargedCents: number): string =>
  JSON.stringify([
    chargedCents,
    draft.customerId,
    draft.jobId,
    draft.buyerId,
    draft.poNumber.trim(),
    draft.orderId,
    draft.lines.map(({ description, quantity, unitPrice, discount }) => [
      description.trim(),
      quantity,
      unitPrice,
      discount,
    ]),
  ]);

export const isBlank = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(BLANK);

/** One more than any there: keys only have to differ. */
export const nextKey = (rows: readonly { key: number }[]): number =>
  rows.reduce((most, row) => Math.max(most, row.key), 0) + 1;

/** A sale that isn't finished, as the browser keeps it: its own, whoever else is served meanwhile. */
export type KeptSale = { id: string; draft: Draft; key: string | null };

/** So many sales wait at one counter; the oldest is dropped. */
const KEPT_AT_MOST = 8;
/** Where the sales of one person in one business are kept; `shelf`, below. */
export const shelfOf = (org: string, userId: string): string => `onaccount-counter-v3-${userId}-${org}`;

/** The sales that aren't finished, the latest last. */
export function keptSales(shelf: string): KeptSale[] {
  const kept = sessionStorage.getItem(shelf);
  return kept
    ? (JSON.parse(kept) as KeptSale[]).map((sale) => ({ ...sale, draft: { ...BLANK, ...sale.draft } }))
    : [];
}

const keep = (shelf: string, sales: readonly KeptSale[]) =>
  sales.length === 0
    ? sessionStorage.removeItem(shelf)
    : sessionStorage.setItem(shelf, JSON.stringify(sales.slice(-KEPT_AT_MOST)));

/** Keeps a sale as it stands now; one with nothing in it is finished, and gone. */
export function keepDraft(shelf: string, id: string, draft: Draft): void {
  const sales = keptSales(shelf);
  const at = sales.findIndex((sale) => sale.id === id);
  const others = sales.filter((sale) => sale.id !== id);
  keep(shelf, isEmpty(draft) ? others : [...others, { id, draft, key: sales[at]?.key ?? null }]);
}

/** Nothing would be lost: at most it is known who stands there. */
export const isEmpty = (draft: Draft): boolean => isBlank({ ...draft, customerId: null, jobId: null });

/** Under this key a sale was sent, maybe without an answer: sent again after a reload, it is recorded once. */
export const draftKey = (shelf: string, id: string): KeyPlace => ({
  read: () => keptSales(shelf).find((sale) => sale.id === id)?.key ?? null,
  keep: (key) =>
    keep(
      shelf,
      keptSales(shelf).map((sale) => (sale.id === id ? { ...sale, key } : sale)),
    ),
});

/** Which sale the counter opens with, and which one waits and has to be asked about first. */
export type Opening = { sale: KeptSale | null; waiting: KeptSale | null };

/**
 * A sale belongs to its customer. Opened for somebody, the counter goes on with theirs, and asks before it starts one
 * beside another's that isn't finished; opened for nobody, it goes on with the latest.
 */
export function openWith(sales: readonly KeptSale[], customerId: string | null): Opening {
  if (customerId === null) return { sale: sales.at(-1) ?? null, waiting: null };
  const own = sales.findLast(({ draft }) => draft.customerId === customerId);
  return own ? { sale: own, waiting: null } : { sale: null, waiting: sales.at(-1) ?? null };
}
