// Applies open credit to debts later, and un-applies it. Neither moves money.
import { sql } from "drizzle-orm";
import { postApplication, postUnApplication } from "@/domain/ledger/application.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import { present } from "@/domain/assert.ts";
import type { NewApplication, NewUnApplication } from "@/domain/ledger/application-input.ts";
import { cents, minus, sum } from "@/domain/values/money.ts";
import type { Allocation } from "@/domain/ledger/posting.ts";
import type { Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import { makeRoom } from "./earmarks.ts";
import { lockAccount } from "./locked-account.ts";
import { readOpenCredits, readOpenItems } from "./open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "./event-header.ts";
import { post } from "./post.ts";

export type Applied = { eventId: number; period: Day };

/**
 * Refuses more than is open on either side, and, of the account, more than is free of earmarks unless they may give
 * way; says which did.
 */
export async function applyCredit(
  books: Books,
  input: NewApplication,
): Promise<Applied & { releasedEarmarks: string[] }> {
  const { accountId, appliedOn, applied, useEarmarked, seenSeq, period } = input;
  const [account, items, credits, place] = await Promise.all([
    lockAccount(books, accountId, seenSeq),
    readOpenItems(books, accountId),
    readOpenCredits(books, accountId),
    reserveEvent(books, { accountId, on: appliedOn, period }),
  ]);
  const openItems = new Map(items.map((item) => [item.itemId, item.openCents]));
  const openCredits = new Map(credits.map((credit) => [credit.creditId, credit.openCents]));
  for (const { creditId, itemId } of applied) {
    if (!openItems.has(itemId) || !openCredits.has(creditId))
      throw new Refusal("not-found", { creditId, itemId });
  }
  mustFit(applied, "itemId", openItems, "more-than-open");
  mustFit(applied, "creditId", openCredits, "more-than-credit");
  const appliedCents = sum(applied.map((each) => each.amountCents));
  const freeCents = freeCreditOf(account.figures);
  if (appliedCents > freeCents && !useEarmarked) throw new Refusal("more-than-credit", { freeCents });
  const releasedEarmarks = await makeRoom(
    books,
    account,
    minus(account.figures.openCreditCents, appliedCents),
  );
  await post(books, [postApplication(place, applied)]);
  return { eventId: place.number, period: place.period, releasedEarmarks };
}

function mustFit(
  applied: readonly Allocation[],
  side: "itemId" | "creditId",
  open: ReadonlyMap<number, number>,
  code: "more-than-open" | "more-than-credit",
): void {
  const wanted = new Map<number, number>();
  for (const each of applied) wanted.set(each[side], (wanted.get(each[side]) ?? 0) + each.amountCents);
  for (const [id, amount] of wanted)
    if (amount > present(open.get(id), "it is open")) throw new Refusal(code, { [side]: id });
}

/** Un-applies all that stands of one credit on one item; refuses "nothing-applied" when nothing does. */
export async function unApplyCredit(books: Books, input: NewUnApplication): Promise<Applied> {
  const { accountId, unAppliedOn, creditId, itemId } = input;
  const [, standing, place] = await Promise.all([
    lockAccount(books, accountId),
    readStanding(books, accountId, { creditId, itemId }),
    reserveEvent(books, { accountId, on: unAppliedOn }),
  ]);
  if (standing.length === 0) throw new Refusal("nothing-applied");
  if (standing.some((each) => each.givenUp)) throw new Refusal("reverse-instead");
  await post(books, [postUnApplication(place, standing)]);
  return { eventId: place.number, period: place.period };
}

/** `givenUp`: its credit is a write-off or a discount, which only a reversal un-applies. */
export type Standing = Allocation & { givenUp: boolean };

/** Applications that stand now, one per pair, of a credit, of an item, or of both. */
export async function readStanding(
  { tx }: Books,
  accountId: string,
  { creditId, itemId }: { creditId?: number; itemId?: number },
): Promise<Standing[]> {
  const rows = await tx.execute<{
    credit_id: number;
    item_id: number;
    amount: number;
    given_up: boolean;
  }>(sql`
    select a.credit_id, a.item_id, sum(a.amount)::bigint as amount, c.kind in ('write-off', 'discount') as given_up
    from books.allocations a join books.credits c on c.id = a.credit_id
    where a.account_id = ${accountId}::uuid
      and ${creditId === undefined ? sql`true` : sql`a.credit_id = ${creditId}`}
      and ${itemId === undefined ? sql`true` : sql`a.item_id = ${itemId}`}
    group by a.credit_id, a.item_id, c.kind having sum(a.amount) <> 0 order by a.credit_id, a.item_id`);
  return rows.map((row) => ({
    creditId: row.credit_id,
    itemId: row.item_id,
    amountCents: cents(row.amount),
    givenUp: row.given_up,
  }));
}
