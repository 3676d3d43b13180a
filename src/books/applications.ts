// Applies open credit to debts later, and takes an application back. Neither moves money.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { postApplication, postUnApplication } from "@/domain/application.ts";
import { known } from "@/domain/assert.ts";
import { Day } from "@/domain/day.ts";
import { cents, minus, sum } from "@/domain/money.ts";
import { PositiveCents } from "@/domain/money-shapes.ts";
import type { Allocation } from "@/domain/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount } from "./locked-account.ts";
import { readOpenCredits, readOpenItems } from "./open-balances.ts";
import type { Books } from "./open.ts";
import { takePlace } from "./place.ts";
import { post } from "./post.ts";

const EventId = z.number().int().positive();

export const NewApplication = z.strictObject({
  accountId: z.uuid(),
  appliedOn: Day,
  applied: z.array(z.strictObject({ creditId: EventId, itemId: EventId, amountCents: PositiveCents })).min(1).max(1000),
});
export type NewApplication = z.input<typeof NewApplication>;

export type Applied = { eventId: number };

/** Refuses more than is open on either side, and, of the account, more than is free of earmarks. */
export async function applyCredit(books: Books, input: NewApplication): Promise<Applied> {
  const { accountId, appliedOn, applied } = NewApplication.parse(input);
  const [account, items, credits, place] = await Promise.all([
    lockAccount(books, accountId),
    readOpenItems(books, accountId),
    readOpenCredits(books, accountId),
    takePlace(books, { accountId, on: appliedOn }),
  ]);
  const openItems = new Map(items.map((item) => [item.itemId, item.openCents]));
  const openCredits = new Map(credits.map((credit) => [credit.creditId, credit.openCents]));
  for (const { creditId, itemId } of applied) {
    if (!openItems.has(itemId) || !openCredits.has(creditId)) throw new Refusal("not-found", { creditId, itemId });
  }
  mustFit(applied, "itemId", openItems, "more-than-open");
  mustFit(applied, "creditId", openCredits, "more-than-credit");
  const freeCents = minus(account.openCreditCents, account.earmarkedCents);
  if (sum(applied.map((each) => each.amountCents)) > freeCents) throw new Refusal("more-than-credit", { freeCents });
  await post(books, [postApplication(place, applied)]);
  return { eventId: place.number };
}

function mustFit(
  applied: readonly Allocation[],
  side: "itemId" | "creditId",
  open: ReadonlyMap<number, number>,
  code: "more-than-open" | "more-than-credit",
): void {
  const wanted = new Map<number, number>();
  for (const each of applied) wanted.set(each[side], (wanted.get(each[side]) ?? 0) + each.amountCents);
  for (const [id, amount] of wanted) if (amount > known(open.get(id), "it is open")) throw new Refusal(code, { [side]: id });
}

export const NewUnApplication = z.strictObject({ accountId: z.uuid(), takenBackOn: Day, creditId: EventId, itemId: EventId });
export type NewUnApplication = z.input<typeof NewUnApplication>;

/** Takes back all that stands of one credit on one item; refuses "nothing-applied" when nothing does. */
export async function unApplyCredit(books: Books, input: NewUnApplication): Promise<Applied> {
  const { accountId, takenBackOn, creditId, itemId } = NewUnApplication.parse(input);
  const [, standing, place] = await Promise.all([
    lockAccount(books, accountId),
    readStanding(books, accountId, { creditId, itemId }),
    takePlace(books, { accountId, on: takenBackOn }),
  ]);
  if (standing.length === 0) throw new Refusal("nothing-applied");
  await post(books, [postUnApplication(place, standing)]);
  return { eventId: place.number };
}

/** Applications that stand now, one per pair, of a credit, of an item, or of both. */
export async function readStanding(
  { tx }: Books,
  accountId: string,
  { creditId, itemId }: { creditId?: number; itemId?: number },
): Promise<Allocation[]> {
  const rows = await tx.execute<{ credit_id: number; item_id: number; amount: number }>(sql`
    select credit_id, item_id, sum(amount)::bigint as amount from books.allocations
    where account_id = ${accountId}::uuid
      and ${creditId === undefined ? sql`true` : sql`credit_id = ${creditId}`}
      and ${itemId === undefined ? sql`true` : sql`item_id = ${itemId}`}
    group by credit_id, item_id having sum(amount) <> 0 order by credit_id, item_id`);
  return rows.map((row) => ({ creditId: row.credit_id, itemId: row.item_id, amountCents: cents(row.amount) }));
}
