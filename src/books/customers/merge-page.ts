// What a merge would do, before it is done; and the merges that stand, each with its reversal.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { figuresAfter } from "@/domain/ledger/figures-after.ts";
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import { FIGURE_COLUMNS, figuresOf, type FigureRow } from "../ledger/account-figures.ts";
import { joinedTexts, mergeDifferences, type MergeDifference } from "@/domain/customers/merge-terms.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import type { Books } from "../open.ts";
import { readMergeProfiles } from "./merge-terms.ts";

export type MergeFigures = AccountFigures & { currency: string };
export type MergeSide = {
  customerId: string;
  number: string;
  name: string;
  email: string | null;
  mergedAway: boolean;
  accounts: MergeFigures[];
  terms: string;
  memo: string;
  privateNotes: string;
  /** What its discount class is called; null without one. */
  className: string | null;
  /** By currency. */
  decided: Readonly<Record<string, DecidedTerms>>;
};
export type MergePreview = {
  from: MergeSide;
  into: MergeSide;
  after: MergeFigures[];
  /** What has to be chosen between, with whose counts where nobody chooses. */
  differences: MergeDifference[];
  /** The texts that change on the one that stays, as they will be. */
  texts: { field: "memo" | "privateNotes"; after: string }[];
};

type Row = FigureRow & {
  customer_id: string;
  number: string;
  name: string;
  email: string | null;
  merged_into: string | null;
  currency: string;
};

export async function previewMerge(
  books: Books,
  { fromCustomerId, intoCustomerId }: { fromCustomerId: string; intoCustomerId: string },
): Promise<MergePreview> {
  const rows = await books.tx.execute<Row>(sql`
    select c.id as customer_id, c.number, c.name, c.email, c.merged_into, a.currency, ${FIGURE_COLUMNS}
    from books.customers c join books.accounts a on a.customer_id = c.id
    where c.id in (${fromCustomerId}::uuid, ${intoCustomerId}::uuid) order by a.currency`);
  const figures = {
    from: figuresOfSide(rows.filter((row) => row.customer_id === fromCustomerId)),
    into: figuresOfSide(rows.filter((row) => row.customer_id === intoCustomerId)),
  };
  const terms = await readMergeProfiles(books, { from: fromCustomerId, into: intoCustomerId });
  const from = { ...figures.from, ...decidedOfSide(terms.from) };
  const into = { ...figures.into, ...decidedOfSide(terms.into) };
  const after = new Map(into.accounts.map((each) => [each.currency, each]));
  for (const theirs of from.accounts) {
    const ours = after.get(theirs.currency);
    after.set(theirs.currency, ours ? together(ours, theirs) : theirs);
  }
  const texts = (["memo", "privateNotes"] as const)
    .map((field) => ({ field, after: joinedTexts({ from: from[field], into: into[field] }) }))
    .filter(({ field, after: joined }) => joined !== into[field].trim());
  return { from, into, after: [...after.values()], differences: mergeDifferences(terms), texts };
}

type Terms = Awaited<ReturnType<typeof readMergeProfiles>>["from"];

const decidedOfSide = ({ terms, memo, privateNotes, className, accounts }: Terms) => ({
  terms,
  memo,
  privateNotes,
  className,
  decided: Object.fromEntries(accounts.map(({ currency, decided }) => [currency, decided])),
});

type FiguresOfSide = Omit<MergeSide, "terms" | "memo" | "privateNotes" | "className" | "decided">;

function figuresOfSide(rows: readonly Row[]): FiguresOfSide {
  const [first] = rows;
  if (!first) throw new Refusal("not-found");
  const { customer_id: customerId, number, name, email, merged_into } = first;
  const accounts = rows.map((row) => ({ ...figuresOf(row), currency: row.currency }));
  return { customerId, number, name, email, mergedAway: merged_into !== null, accounts };
}

/** Everything open of `theirs` comes to `ours`; nothing is promised of an account that is merged. */
function together(
  ours: MergeFigures,
  { balanceCents: openItemsCents, ...theirs }: MergeFigures,
): MergeFigures {
  return { ...figuresAfter(ours, { openItemsCents, ...theirs }).after, currency: ours.currency };
}

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
    where m.into_customer_id = ${customerId}::uuid and m.reversed_at is null order by m.recorded_at desc, m.id`);
  return rows.map((row) => ({
    mergeId: row.id,
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    mergedOn: row.merged_on,
    by: row.merged_by,
  }));
}
