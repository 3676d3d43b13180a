// Limits of a file: each changes what a known customer may owe, as a person does on their credit page, with who asked for
// it and why; what stands so already is skipped. Whether they may charge at all is left as it is.
import { sql } from "drizzle-orm";
import type { CreditLimit } from "@/domain/ledger/account.ts";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { TAKES_TWO, needsApproval } from "@/domain/credit/limit-approval.ts";
import type { FileCustomer, FileEntries } from "@/domain/imports/entries.ts";
import { readAlone } from "../credit/credit-changes.ts";
import { DECIDED_COLUMNS, decidedOf, type DecidedRow } from "../credit/decided-terms.ts";
import { lockAccounts } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import type { Fault } from "./already-there.ts";
import type { Matched } from "./match-customers.ts";
import { updateCustomers } from "./update-customers.ts";

type Change = { accountId: string; customerId: string; before: DecidedTerms; after: DecidedTerms };
type Wanted = Matched & { row: number; limit: CreditLimit; customer: FileCustomer | undefined };

export type SortedLimits = { changes: Change[]; wanted: Wanted[]; alreadyThere: number; faults: Fault[] };

/** `column`: the file's own heading of the customer. */
export async function sortLimits(
  books: Books,
  { limits, customers }: FileEntries,
  { known, column }: { known: ReadonlyMap<string, Matched>; column: string },
): Promise<SortedLimits> {
  const byKey = new Map(customers.map((customer) => [customer.key, customer]));
  const seen = new Map<string, Wanted>();
  const faults: Fault[] = [];
  for (const { row, customer, limit } of limits) {
    const matched = known.get(customer);
    const there = seen.get(matched?.accountId ?? "");
    if (there) faults.push({ row, column, says: `It is the same customer as on row ${there.row}.` });
    else if (matched) seen.set(matched.accountId, { ...matched, row, limit, customer: byKey.get(customer) });
  }
  const wanted = [...seen.values()];
  const standing = await readStanding(books, [...seen.keys()]);
  const alone = await readAlone(books, books.currency);
  const changes = wanted.flatMap(({ accountId, customerId, limit, row }) => {
    const before = standing.get(accountId);
    const after = before && { ...before, limit };
    if (!before || !after || sameTerms(before, after)) return [];
    if (needsApproval(before, after, alone)) {
      faults.push({ row, column, says: TAKES_TWO });
      return [];
    }
    return [{ accountId, customerId, before, after }];
  });
  const changed = new Set(changes.map(({ accountId }) => accountId));
  const saysTerms = ({ accountId, customer, terms }: Wanted) =>
    !changed.has(accountId) && customer?.terms != null && customer.terms !== terms;
  const alreadyThere = wanted.length - changes.length - wanted.filter(saysTerms).length;
  return { changes, wanted, alreadyThere, faults };
}

export async function readStanding(
  { tx }: Books,
  accountIds: readonly string[],
): Promise<Map<string, DecidedTerms>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.execute<DecidedRow & { id: string }>(sql`
    select a.id, ${DECIDED_COLUMNS} from books.accounts a
    where a.id = any (${sql.param(accountIds)}::text[]::uuid[])`);
  return new Map(rows.map((row) => [row.id, decidedOf(row)]));
}

export type LimitsDone = { updated: number; skipped: number; faults: Fault[]; limitChanges: string[] };

/** `reason`: what the history says of each. */
export async function bringInLimits(
  books: Books,
  entries: FileEntries,
  { known, reason }: { known: ReadonlyMap<string, Matched>; reason: string },
): Promise<LimitsDone> {
  await lockAccounts(
    books,
    [...known.values()].map(({ accountId }) => accountId),
  );
  const { changes, wanted, alreadyThere, faults } = await sortLimits(books, entries, { known, column: "" });
  const limitChanges = await decide(books, changes, reason);
  const saysTerms = wanted.flatMap(({ customer, customerId }) =>
    customer && customer.terms !== null ? [{ customer: { ...customer, name: null }, customerId }] : [],
  );
  const moved = await updateCustomers(books, saysTerms);
  const updated = new Set([...changes.map(({ customerId }) => customerId), ...moved]);
  return { updated: updated.size, skipped: alreadyThere, faults, limitChanges };
}

/** Answers the ids of the history rows. */
export async function decide(
  { tx, userName }: Books,
  changes: readonly Pick<Change, "accountId" | "before" | "after">[],
  reason: string,
): Promise<string[]> {
  if (changes.length === 0) return [];
  const given = changes.map(({ accountId, before, after }) => ({
    id: accountId,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    unlimited: after.limit.kind === "unlimited",
    limit_cents: after.limit.kind === "limit" ? after.limit.limitCents : null,
  }));
  const rows = await tx.execute<{ id: string }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as g (id uuid, before text, after text,
        unlimited boolean, limit_cents bigint)),
    moved as (
      update books.accounts a set unlimited = given.unlimited, limit_cents = given.limit_cents from given where given.id = a.id)
    insert into books.limit_changes (account_id, before, after, reason, requested_by)
    select id, before, after, ${reason.slice(0, 500)}, ${userName} from given returning id`);
  return rows.map(({ id }) => id);
}
