// What the books do with money of an online payment that went back, and with what of it came again. It happened, so it is booked: what
// the payment settled is owed again as far as it has to be, and what can't be taken from it any more is a debt of its own.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { whyNotReversible } from "@/domain/corrections/reversal.ts";
import { allocateOldestFirst, type Applied } from "@/domain/ledger/allocation.ts";
import { bookOnlinePayment } from "@/domain/payments/online.ts";
import type { ReturnKind } from "@/domain/payments/online-state.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, plus, type Cents } from "@/domain/values/money.ts";
import { readEventState } from "../corrections/event-state.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { readWhose, reverseDiscounts, reverseEvent } from "../corrections/reversals.ts";
import { readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { giveBack, type Source } from "./give-back.ts";
import { readOffersThen } from "./offers-then.ts";
import { accountNow, chargeSurcharge, type KeptOnlinePayment } from "./online-booking.ts";
import { recordPayment } from "./payments.ts";

/** `backCents`: what of it is away before that. */
export type Moved = {
  row: KeptOnlinePayment;
  kind: ReturnKind;
  amountCents: Cents;
  backCents: Cents;
  reason: string;
};

/** The first one last. */
async function readSources({ tx }: Books, row: KeptOnlinePayment): Promise<Source[]> {
  const rows = await tx.execute<{
    event_number: number;
    account_id: string;
    amount: number;
    received_on: Day;
    to_chart: string | null;
    taken_by: number | null;
    is_ours: boolean;
  }>(sql`
    select p.event_number, p.account_id, p.amount, p.received_on, p.to_chart, r.number as taken_by,
      exists (select from books.online_returns o where o.event_number = r.number) as is_ours
    from books.payments p left join books.events r on r.reverses = p.event_number
    where p.id = ${row.paymentId}::uuid or p.event_number in (
      select event_number from books.online_returns where online_payment_id = ${row.onlinePaymentId}::uuid
        and kind in ('refund-failed', 'chargeback-won'))
    order by p.event_number desc`);
  return rows.map((each) => ({
    eventId: each.event_number,
    accountId: each.account_id,
    amountCents: cents(each.amount),
    receivedOn: each.received_on,
    toAccount: each.to_chart,
    taken: each.taken_by === null ? null : { by: each.taken_by, isOurs: each.is_ours },
  }));
}

/** Answers with the event that has it. */
export async function takeBack(books: Books, moved: Moved): Promise<number> {
  const { row, kind, amountCents, backCents, reason } = moved;
  const sources = await readSources(books, row);
  const first = present(sources.at(-1), "what comes back was booked");
  const standing = sources.filter(({ taken }) => taken === null);
  const byHand = sources.find(({ taken }) => taken?.isOurs === false);
  // Somebody took it out of the books before we heard of it.
  if (standing.length === 0 && byHand?.taken) return byHand.taken.by;
  const [on, isWhole] = [books.today, plus(backCents, amountCents) >= first.amountCents];
  const whole = standing.find((source) => source.amountCents === amountCents);
  const made =
    kind === "chargeback" && whole
      ? (await returnPayment(books, { eventId: whole.eventId, returnedOn: on, reason })).eventId
      : await giveBack(books, { row, standing, amountCents, reason });
  if (isWhole) {
    for (const { eventId } of standing) await reverseDiscounts(books, { eventId, on, reason });
    await reverseSurcharge(books, row, { on, reason });
  }
  return made;
}

/** Where it was reversed or given up before, it stays as it is. */
async function reverseSurcharge(
  books: Books,
  { surchargeEvent: eventId }: KeptOnlinePayment,
  { on, reason }: { on: Day; reason: string },
): Promise<void> {
  if (eventId === null) return;
  const { accountId } = await readWhose(books, eventId);
  const event = await readEventState(books, accountId, eventId);
  if (whyNotReversible(event) === null) await reverseEvent(books, { eventId, on, reason });
}

/** A payment of its own. Answers with its event. */
export async function takeAgain(books: Books, moved: Moved): Promise<number> {
  const { row, kind, amountCents, backCents, reason } = moved;
  const first = present((await readSources(books, row)).at(-1), "what comes again was booked");
  const { toAccount } = first;
  const accountId = await accountNow(books, row.accountId);
  // It went with the whole of the payment, and comes back with it.
  const isWhole = backCents >= first.amountCents;
  const charged = isWhole && row.surchargeEvent !== null ? await chargeAgain(books, accountId, row) : null;
  // With the last of it, what was kept is kept again.
  const isAllThere = backCents <= amountCents;
  const early = isAllThere ? await earlyAgain(books, { accountId, first, moved, charged }) : null;
  const money = { accountId, amountCents, receivedOn: books.today, toAccount, method: "online" } as const;
  const words = { reference: kind === "chargeback-won" ? "chargeback won" : "refund failed", memo: reason };
  const settled = early ?? ({ applied: "oldest-first", discounts: [] } as const);
  return (await recordPayment(books, { ...money, ...words, ...settled })).eventId;
}

async function chargeAgain(books: Books, accountId: string, row: KeptOnlinePayment): Promise<number> {
  const charged = await chargeSurcharge(books, accountId, books.today, row.surchargeCents);
  await books.tx.execute(sql`
    update books.online_payments set surcharge_event = ${charged} where id = ${row.onlinePaymentId}::uuid`);
  return charged;
}

type Again = { accountId: string; first: Source; moved: Moved; charged: number | null };

/** It was paid in time, so what was kept then is kept again, of what is still open; null where nothing is. */
async function earlyAgain(
  books: Books,
  { accountId, first, moved: { row, amountCents }, charged }: Again,
): Promise<{ applied: Applied[]; discounts: Applied[] } | null> {
  if (row.planned.every(({ discountCents }) => discountCents === ZERO)) return null;
  const open = await readOpenItems(books, accountId);
  const openCents = new Map(open.map((item) => [item.itemId, item.openCents]));
  const { planned } = row;
  const offers = await readOffersThen(books, { accountId, planned, openCents, on: first.receivedOn });
  const surchargeCents = charged === null ? ZERO : row.surchargeCents;
  const items = planned.map((each) => ({ ...each, creditCents: ZERO }));
  const booked = bookOnlinePayment(
    { items, payCents: minus(amountCents, surchargeCents) },
    { openCents, creditCents: ZERO, offers },
  );
  if (booked.kept.length === 0) return null;
  const settled = new Set([...booked.paid.map(({ itemId }) => itemId), charged]);
  const others = open.filter(({ itemId }) => !settled.has(itemId));
  const left = booked.creditLeftCents;
  const applied = left > ZERO ? allocateOldestFirst(left, books.today, others).applied : [];
  const surcharge = charged === null ? [] : [{ itemId: charged, amountCents: surchargeCents }];
  return { applied: [...booked.paid, ...applied, ...surcharge], discounts: booked.kept };
}
