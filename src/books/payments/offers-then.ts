// What could be kept for paying early on the day on which an online payment was made, known once its money is there.
import type { PlannedItem } from "@/domain/payments/online.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { offerOn } from "@/domain/values/terms.ts";
import { readOffers } from "../ledger/discounts.ts";
import { readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";

type Then = {
  accountId: string;
  planned: readonly PlannedItem[];
  /** What could be settled from that day on. */
  openCents: ReadonlyMap<number, Cents>;
  on: Day;
};

/** By item, in cents; of nothing that was settled in between and is open again. */
export async function readOffersThen(
  books: Books,
  { accountId, planned, openCents, on }: Then,
): Promise<ReadonlyMap<number, Cents>> {
  const wanted = planned.flatMap(({ itemId, discountCents }) => (discountCents > ZERO ? [itemId] : []));
  if (wanted.length === 0) return new Map();
  const [offers, now] = await Promise.all([
    readOffers(books, accountId, wanted),
    readOpenItems(books, accountId),
  ]);
  const standing = now.flatMap(({ itemId, openCents: open }): [number, Cents][] => {
    const offer = offerOn(offers.get(itemId) ?? null, on);
    return offer && open === openCents.get(itemId) ? [[itemId, offer.offeredCents]] : [];
  });
  return new Map(standing);
}
