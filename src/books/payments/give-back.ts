// A part of an online payment that went back, or all of it by a refund: out of its own open credit, then out of what it settled last,
// and what is left of neither is owed.
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, larger, minus, smaller, sum, type Cents } from "@/domain/values/money.ts";
import { adjustDown, adjustUp } from "../corrections/adjustments.ts";
import { applyCredit, readStanding, unApplyCredit } from "../ledger/applications.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readOpenCredits } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { accountNow, type KeptOnlinePayment } from "./online-booking.ts";
import { refundCredit } from "./refunds.ts";

/** A payment that has money of it: the first one, or one by which it came again. */
export type Source = {
  eventId: number;
  accountId: string;
  amountCents: Cents;
  receivedOn: Day;
  toAccount: string | null;
  /** The event that took it back, and whether that was ours; null where it stands. */
  taken: { by: number; isOurs: boolean } | null;
};

/** `standing`: the payments that have it, the last first. */
type Back = { row: KeptOnlinePayment; standing: readonly Source[]; amountCents: Cents; reason: string };

/** The last refund's event. */
export async function giveBack(books: Books, { row, standing, amountCents, reason }: Back): Promise<number> {
  const accountId = await accountNow(books, row.accountId);
  await lockAccount(books, accountId);
  const refund = async (part: Cents, creditId?: number) => {
    const from = creditId === undefined ? {} : { creditId };
    const money = { accountId, amountCents: part, refundedOn: books.today, method: "online" } as const;
    return (await refundCredit(books, { ...money, ...from, reference: "", reason })).eventId;
  };
  const made: number[] = [];
  let left = amountCents;
  const take = async (had: Cents, creditId?: number) => {
    const part = smaller(had, left);
    if (part === ZERO) return;
    made.push(await refund(part, creditId));
    left = minus(left, part);
  };
  for (const source of standing) {
    if (source.accountId !== accountId || left === ZERO) continue;
    await take(
      await freeUp(books, { accountId, creditId: source.eventId, amountCents: left }),
      source.eventId,
    );
  }
  // Where a merge moved it, it is part of the credit of the account that stays.
  if (standing.some((source) => source.accountId !== accountId))
    await take(await openCredit(books, accountId));
  return left > ZERO ? owe() : present(made.at(-1), "something was given back");

  /** Given back in other ways before: the customer has it twice, and owes it. */
  async function owe(): Promise<number> {
    const given = { accountId, amountCents: left, on: books.today, reason };
    const { eventId } = await adjustDown(books, given);
    const refunded = await refund(left, eventId);
    await adjustUp(books, given);
    return refunded;
  }
}

async function openCredit(books: Books, accountId: string): Promise<Cents> {
  const usable = (await readOpenCredits(books, accountId)).filter((each) => each.countsFrom <= books.today);
  return sum(usable.map((each) => each.openCents));
}

type Freed = { accountId: string; creditId: number; amountCents: Cents };

/** As much of it as is wanted, or as there is. */
async function freeUp(books: Books, { accountId, creditId, amountCents }: Freed): Promise<Cents> {
  const [open, standing] = await Promise.all([
    readOpenCredits(books, accountId),
    readStanding(books, accountId, { creditId }),
  ]);
  const openCents = open.find((each) => each.creditId === creditId)?.openCents ?? ZERO;
  let wanted = minus(amountCents, openCents);
  for (const { itemId, amountCents: applied } of standing.toReversed()) {
    if (wanted <= 0) break;
    await unApplyCredit(books, { accountId, unAppliedOn: books.today, creditId, itemId });
    const stays = minus(applied, smaller(applied, wanted));
    if (stays > ZERO)
      await applyCredit(books, {
        accountId,
        appliedOn: books.today,
        applied: [{ creditId, itemId, amountCents: stays }],
        useEarmarked: true,
      });
    wanted = minus(wanted, minus(applied, stays));
  }
  return minus(amountCents, larger(wanted, ZERO));
}
