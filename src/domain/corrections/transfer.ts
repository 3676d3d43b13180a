// A transfer moves what one account has open to another, as when two customers turn out to be one: out of the
// first, into the second, on one day, each keeping its document and dates. Through a clearing account that the
// pair leaves at zero.
import type { Day } from "../values/day.ts";
import { ZERO, minus, negative, sum, type Cents } from "../values/money.ts";
import {
  credit,
  debit,
  posting,
  type EventHeader,
  type Posting,
  type RetainageRow,
} from "../ledger/posting.ts";

type Ends = { from: EventHeader; to: EventHeader };
type Moved = { id: number; openCents: Cents; issuedOn: Day; documentId: string | null };

type MovedItem = Moved & { dueOn: Day; jobId?: string | null | undefined };

export function transferItem({ from, to }: Ends, moved: MovedItem): [Posting, Posting] {
  const { id: itemId, openCents: amountCents, issuedOn, dueOn, documentId, jobId } = moved;
  const item = { amountCents, issuedOn, dueOn, jobId };
  const reductions = [{ itemId, creditId: null, kind: "transferred" as const, amountCents }];
  return [
    posting(from, { kind: "transfer-out", label: "Transferred", documentId, reductions }, [
      debit("transfers", amountCents),
    ]),
    posting(to, { kind: "transfer-in", label: "Transferred", documentId, item }, [
      credit("transfers", amountCents),
    ]),
  ];
}

export function transferCredit({ from, to }: Ends, moved: Moved): [Posting, Posting] {
  const { id: creditId, openCents: amountCents, issuedOn, documentId } = moved;
  const reductions = [{ itemId: null, creditId, kind: "transferred" as const, amountCents }];
  return [
    posting(from, { kind: "transfer-out", label: "Transferred", documentId, reductions }, [
      credit("transfers", amountCents),
    ]),
    posting(
      to,
      { kind: "transfer-in", label: "Transferred", documentId, credit: { amountCents, issuedOn } },
      [debit("transfers", amountCents)],
    ),
  ];
}

/** `held` is what is still held back, by invoice line. */
export function transferRetainage({ from, to }: Ends, held: readonly RetainageRow[]): [Posting, Posting] {
  const amountCents = sum(held.map((row) => row.amountCents));
  const gone = held.map((row) => ({ ...row, amountCents: negative(row.amountCents) }));
  return [
    posting(from, { kind: "transfer-out", label: "Retainage transferred", retainage: gone }, [
      debit("transfers", amountCents),
    ]),
    posting(to, { kind: "transfer-in", label: "Retainage transferred", retainage: held }, [
      credit("transfers", amountCents),
    ]),
  ];
}

export type Reopened = {
  items: ReadonlyMap<number, Cents>;
  credits: ReadonlyMap<number, Cents>;
  retainage: readonly RetainageRow[];
};

/** What a reversal opens again on an account that had nothing open, by Event ID. */
export function reopenedBy(reversal: Pick<Posting, "allocations" | "reductions" | "retainage">): Reopened {
  const uses = [...reversal.allocations, ...reversal.reductions];
  return {
    items: opened(uses.map((use) => [use.itemId, use.amountCents])),
    credits: opened(uses.map((use) => [use.creditId, use.amountCents])),
    retainage: reversal.retainage,
  };
}

/** It would take away what isn't there any more, since it was transferred. */
export const reversesTransferred = ({ items, credits, retainage }: Reopened): boolean =>
  [...items.values(), ...credits.values(), ...retainage.map((row) => row.amountCents)].some(
    (amount) => amount < ZERO,
  );

function opened(uses: readonly (readonly [number | null, Cents])[]): Map<number, Cents> {
  const open = new Map<number, Cents>();
  for (const [id, used] of uses) if (id !== null) open.set(id, minus(open.get(id) ?? ZERO, used));
  return new Map([...open].filter(([, amount]) => amount !== ZERO));
}
