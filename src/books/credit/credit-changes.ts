// Changes what a customer may charge, and keeps who asked for it and why. The new limit counts at once: the next charge
// waits for the account's lock and then finds it.
import { sql } from "drizzle-orm";
import { limitOf, type CreditStatus } from "@/domain/ledger/account.ts";
import type { CreditChange } from "@/domain/credit/credit-change.ts";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { tellBefore, type Books } from "../open.ts";

type StandingRow = {
  status: CreditStatus;
  charging_allowed: boolean;
  unlimited: boolean;
  limit_cents: number | null;
};

/** Refuses with "changed-meanwhile", and what stands now, when the terms aren't those that were seen. */
export async function changeCredit(
  books: Books,
  { accountId, terms, reason, seen }: CreditChange,
): Promise<{ terms: DecidedTerms }> {
  await lockAccount(books, accountId);
  const before = await readDecided(books, accountId);
  if (!sameTerms(before, seen)) throw new Refusal("changed-meanwhile", { terms: before });
  if (sameTerms(before, terms)) throw new Refusal("nothing-changed");
  tellBefore(books, { terms: before });
  const { status, chargingAllowed, limit } = terms;
  await books.tx.execute(sql`
    with changed as (
      insert into books.limit_changes (account_id, before, after, reason, requested_by)
      values (${accountId}::uuid, ${JSON.stringify(before)}, ${JSON.stringify(terms)}, ${reason}, ${books.userName}))
    update books.accounts set status = ${status}, charging_allowed = ${chargingAllowed},
      unlimited = ${limit.kind === "unlimited"}, limit_cents = ${limit.kind === "limit" ? limit.limitCents : null}::bigint
    where id = ${accountId}::uuid`);
  return { terms };
}

async function readDecided({ tx }: Books, accountId: string): Promise<DecidedTerms> {
  const [row] = await tx.execute<StandingRow>(sql`
    select status, charging_allowed, unlimited, limit_cents from books.accounts where id = ${accountId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return decidedOf(row);
}

export const decidedOf = (row: StandingRow): DecidedTerms => ({
  status: row.status,
  chargingAllowed: row.charging_allowed,
  limit: limitOf(row.unlimited, row.limit_cents),
});

export type MadeChange = {
  id: string;
  before: DecidedTerms;
  after: DecidedTerms;
  reason: string;
  by: string;
  approvedBy: string | null;
  madeAt: string;
};

const SHOWN = 100;

/** The latest changes of an account's terms, newest first. */
export async function readCreditChanges({ tx }: Books, accountId: string): Promise<MadeChange[]> {
  const rows = await tx.execute<{
    id: string;
    before: string;
    after: string;
    reason: string;
    requested_by: string;
    approved_by: string | null;
    recorded_at: string;
  }>(sql`
    select id, before, after, reason, requested_by, approved_by, recorded_at from books.limit_changes
    where account_id = ${accountId}::uuid order by recorded_at desc, id desc limit ${SHOWN}`);
  return rows.map((row) => ({
    id: row.id,
    before: JSON.parse(row.before) as DecidedTerms,
    after: JSON.parse(row.after) as DecidedTerms,
    reason: row.reason,
    by: row.requested_by,
    approvedBy: row.approved_by,
    madeAt: row.recorded_at,
  }));
}
