// What a merge would do, before it is done; and the merges that stand, each with the way to undo it.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents, plus, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

export type MergeFigures = {
  currency: string;
  balanceCents: Cents;
  openCreditCents: Cents;
  earmarkedCents: Cents;
  retainedCents: Cents;
};
export type MergeSide = {
  customerId: string;
  number: string;
  name: string;
  email: string | null;
  mergedAway: boolean;
  accounts: MergeFigures[];
};
export type MergePreview = { from: MergeSide; into: MergeSide; after: MergeFigures[] };

type Row = {
  customer_id: string;
  number: string;
  name: string;
  email: string | null;
  merged_into: string | null;
  currency: string;
  open_items: number;
  open_credit: number;
  earmarked: number;
  retained: number;
};

export async function previewMerge(
  { tx }: Books,
  { fromCustomerId, intoCustomerId }: { fromCustomerId: string; intoCustomerId: string },
): Promise<MergePreview> {
  const rows = await tx.execute<Row>(sql`
    select c.id as customer_id, c.number, c.name, c.email, c.merged_into, a.currency, a.open_items, a.open_credit,
      a.earmarked, a.retained
    from books.customers c join books.accounts a on a.customer_id = c.id
    where c.id in (${fromCustomerId}::uuid, ${intoCustomerId}::uuid) order by a.currency`);
  const from = sideOf(rows.filter((row) => row.customer_id === fromCustomerId));
  const into = sideOf(rows.filter((row) => row.customer_id === intoCustomerId));
  const after = new Map(into.accounts.map((each) => [each.currency, each]));
  for (const theirs of from.accounts) {
    const ours = after.get(theirs.currency);
    after.set(theirs.currency, ours ? together(ours, theirs) : theirs);
  }
  return { from, into, after: [...after.values()] };
}

function sideOf(rows: readonly Row[]): MergeSide {
  const [first] = rows;
  if (!first) throw new Refusal("not-found");
  const { customer_id: customerId, number, name, email, merged_into } = first;
  const accounts = rows.map((row) => ({
    currency: row.currency,
    balanceCents: cents(row.open_items),
    openCreditCents: cents(row.open_credit),
    earmarkedCents: cents(row.earmarked),
    retainedCents: cents(row.retained),
  }));
  return { customerId, number, name, email, mergedAway: merged_into !== null, accounts };
}

const together = (a: MergeFigures, b: MergeFigures): MergeFigures => ({
  currency: a.currency,
  balanceCents: plus(a.balanceCents, b.balanceCents),
  openCreditCents: plus(a.openCreditCents, b.openCreditCents),
  earmarkedCents: plus(a.earmarkedCents, b.earmarkedCents),
  retainedCents: plus(a.retainedCents, b.retainedCents),
});

export type StandingMerge = {
  mergeId: string;
  customerId: string;
  number: string;
  name: string;
  mergedOn: Day;
  by: string;
};

/** The customers that were merged into this one and still are, latest first. */
export async function readMerges({ tx }: Books, customerId: string): Promise<StandingMerge[]> {
  const rows = await tx.execute<{
    id: string;
    customer_id: string;
    number: string;
    name: string;
    merged_on: Day;
    merged_by: string;
  }>(sql`
    select m.id, c.id as customer_id, c.number, c.name, m.merged_on, m.merged_by
    from books.merges m join books.customers c on c.id = m.from_customer_id
    where m.into_customer_id = ${customerId}::uuid and m.undone_at is null order by m.recorded_at desc, m.id`);
  return rows.map((row) => ({
    mergeId: row.id,
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    mergedOn: row.merged_on,
    by: row.merged_by,
  }));
}
