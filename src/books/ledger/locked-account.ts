// One account under its lock: what it says can't move until the transaction ends. Every verb that posts
// decides on these values and on what it reads after them, never on what a page showed before.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import { creditTermsOf, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import { FIGURE_COLUMNS, figuresOf, type FigureRow } from "./account-figures.ts";
import { CREDIT_COLUMNS, keptTermsOf, type CreditRow } from "./credit-terms.ts";
import type { Books } from "../open.ts";
import { inSequence } from "../pipeline.ts";

export type LockedAccount = {
  accountId: string;
  isArchived: boolean;
  currency: string;
  terms: string;
  /** An id nobody has yet, for the document that is about to be kept: one statement less than asking for it. */
  freshId: string;
  /** What decides whether the customer may charge, as of now. */
  figures: AccountFigures;
  credit: CreditTerms;
  /** Something that was reserved has expired, and nobody has written that down. */
  hasLapsed: boolean;
};

type Row = CreditRow &
  FigureRow & {
    currency: string;
    terms: string;
    /** With what has expired and nobody ended. */
    kept_reserved: number;
    last_seq: number;
    merged_away: boolean;
    archived: boolean;
    fresh_id: string;
  };

/**
 * Refuses what isn't there with "not-found", and with "changed-meanwhile" when something was posted since `seenSeq`,
 * the account's place in its chain as a person saw it before they decided.
 */
export async function lockAccount(books: Books, accountId: string, seenSeq?: number): Promise<LockedAccount> {
  return lockedFrom(books, accountId, { row: await lockRow(books, accountId), again: null, seenSeq });
}

/** For who has reason to think that it will be read again: in the same round trip. */
export async function lockAndReadAgain(books: Books, accountId: string): Promise<LockedAccount> {
  const [row, again] = await inSequence([lockRow(books, accountId), figuresNow(books, accountId)]);
  return lockedFrom(books, accountId, { row, again: again ?? null });
}

async function lockRow({ commandId, tx }: Books, accountId: string): Promise<Row | undefined> {
  assert(commandId, "an account is locked to be changed");
  const [row] = await tx.execute<Row>(sql`
    select a.currency, c.terms, ${FIGURE_COLUMNS},
      a.reserved as kept_reserved, coalesce(a.last_seq, 0) as last_seq, a.merged_away,
      c.archived_at is not null as archived, books.new_id() as fresh_id, ${CREDIT_COLUMNS}
    from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = ${accountId}::uuid for no key update of a`);
  return row;
}

type Now = CreditRow & FigureRow;
type Read = { row: Row | undefined; again: Now | null; seenSeq?: number | undefined };

async function lockedFrom(
  books: Books,
  accountId: string,
  { row, again, seenSeq }: Read,
): Promise<LockedAccount> {
  if (!row) throw new Refusal("not-found");
  if (row.merged_away) throw new Refusal("merged-away");
  if (seenSeq !== undefined && row.last_seq !== seenSeq) throw new Refusal("changed-meanwhile");
  const isHeld = creditTermsOf(keptTermsOf(row), books.today).heldForAge !== null;
  const stands = !row.shared && row.kept_reserved === 0 && !isHeld;
  const now =
    again ?? (stands ? row : present(await figuresNow(books, accountId), "what is locked is there"));
  return {
    accountId,
    isArchived: row.archived,
    currency: row.currency,
    terms: row.terms,
    freshId: row.fresh_id,
    figures: figuresOf(now),
    credit: creditTermsOf(keptTermsOf(now), books.today),
    hasLapsed: row.kept_reserved > now.reserved,
  };
}

/** What others use of a shared limit, what has expired, and what is overdue may have been read before the account was waited for. */
async function figuresNow({ tx }: Books, accountId: string): Promise<Now | undefined> {
  const [row] = await tx.execute<Now>(sql`
    select ${FIGURE_COLUMNS}, ${CREDIT_COLUMNS} from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = ${accountId}::uuid`);
  return row;
}

/** After posting: an archived customer whose account has something on it again came back with that statement. */
export async function isBack({ tx }: Books, { accountId, isArchived }: LockedAccount): Promise<boolean> {
  if (!isArchived) return false;
  const [back] = await tx.execute(sql`
    select 1 from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = ${accountId}::uuid and c.archived_at is null`);
  return back !== undefined;
}

/** For what is new: refuses who was archived, as a page may still show them that was opened before. */
export async function lockActiveAccount(books: Books, accountId: string): Promise<LockedAccount> {
  const account = await lockAccount(books, accountId);
  if (account.isArchived) throw new Refusal("archived");
  return account;
}
