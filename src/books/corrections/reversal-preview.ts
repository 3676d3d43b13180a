// Reads what reversing an event would do, for the question that is asked before it is done. Without the account's
// lock: `seenSeq` goes along with the answer, and the verb refuses when something was posted since.
import { sql } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import type { EventName } from "@/domain/ledger/event.ts";
import {
  previewReversal,
  withDiscounts,
  type PreviewedReversal,
  type Moved,
} from "@/domain/corrections/reversal-preview.ts";
import type { EventState } from "@/domain/corrections/reversal.ts";
import { effectOfReturn, planReturn, type ReturnEffect } from "@/domain/corrections/return-plan.ts";
import { negative, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readNames } from "../ledger/event-names.ts";
import { readDiscountsWith } from "../ledger/discounts.ts";
import { readAccountSnapshot } from "../ledger/account-snapshot.ts";
import type { Books } from "../open.ts";
import { readEventState } from "./event-state.ts";
import { readChain } from "./merged-chain.ts";
import { readUsedCredits } from "./used-credits.ts";

export type NamedMove = EventName & { amountCents: Cents };

export type ReversalPreview = Omit<PreviewedReversal, "owedAgain" | "openAgain"> &
  EventName & {
    kind: EventKind;
    effectiveOn: Day;
    owedAgain: NamedMove[];
    openAgain: NamedMove[];
    /** Of a payment: what it does when the bank gives it back, which is never refused for what was done with it since. */
    returned: ReturnPreview | null;
    account: AccountSnapshot;
  };

export type ReturnPreview = Omit<ReturnEffect, "owedAgain"> & { owedAgain: NamedMove[] };

type Whose = { account_id: string; customer_id: string; currency: string; merged_away: boolean };

/** Refuses an Event ID that isn't there with "not-found". */
export async function readReversalPreview(books: Books, eventId: number): Promise<ReversalPreview> {
  const [whose] = await books.tx.execute<Whose>(sql`
    select e.account_id, a.customer_id, a.currency, a.merged_away from books.events e join books.accounts a on a.id = e.account_id
    where e.number = ${eventId}`);
  if (!whose) throw new Refusal("not-found");
  const [event, account] = await Promise.all([
    readEventState(books, whose.account_id, eventId),
    readAccountSnapshot(books, whose.customer_id, whose.currency),
  ]);
  const own = previewReversal(event, whose.merged_away);
  const discounts = [];
  for (const number of await readDiscountsWith(books, eventId))
    discounts.push(previewReversal(await readEventState(books, whose.account_id, number), whose.merged_away));
  const { stays, effect, ...moves } = own.stays ? own : withDiscounts(own, discounts);
  const coming = await readReturn(books, event, whose);
  const returned = coming && withDiscounts(coming, discounts);
  const all = [...moves.owedAgain, ...moves.openAgain, ...(returned?.owedAgain ?? [])];
  const ids = all.map((move) => move.eventId);
  const called = await readNames(books, [eventId, ...ids]);
  const named = (move: Moved): NamedMove => ({
    ...present(called(move.eventId), "an event has a name"),
    ...move,
  });
  return {
    ...present(called(eventId), "the event has a name"),
    kind: event.kind,
    effectiveOn: event.effectiveOn,
    stays,
    effect,
    owedAgain: moves.owedAgain.map(named),
    openAgain: moves.openAgain.map(named),
    returned: returned && { ...returned, owedAgain: returned.owedAgain.map(named) },
    account,
  };
}

/** Today's: in the end it comes to the same on any day. */
async function readReturn(books: Books, event: EventState, whose: Whose): Promise<ReturnEffect | null> {
  if (event.kind !== "payment" || event.reversed) return null;
  const chain = whose.merged_away ? await readChain(books, whose.account_id) : [whose.account_id];
  const credits = await readUsedCredits(books, event.number, chain);
  const plan = planReturn(credits, { on: books.today, last: chain.length - 1 });
  return effectOfReturn(plan, negative(event.amountCents));
}
