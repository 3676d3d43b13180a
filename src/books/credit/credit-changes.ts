// Changes what a customer may charge, and keeps who asked for it and why. The new limit counts at once: the next charge
// waits for the account's lock and then finds it.
import { sql } from "drizzle-orm";
import { limitOf, type CreditStatus } from "@/domain/ledger/account.ts";
import type { CreditChange } from "@/domain/credit/credit-change.ts";
import { NOTHING_DECIDED, sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import type { Books } from "../open.ts";

/** Of an account `a`: what was decided on it, as `decidedOf` reads it. */
export const DECIDED_COLUMNS = sql`
  a.status, a.charging_allowed, a.unlimited, a.limit_cents, a.temporary_limit_cents, a.temporary_until, a.hold_exempt,
  a.review_on`;

export type DecidedRow = {
  status: CreditStatus;
  charging_allowed: boolean;
  unlimited: boolean;
  limit_cents: number | null;
  temporary_limit_cents: number | null;
  temporary_until: Day | null;
  hold_exempt: boolean;
  review_on: Day | null;
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
  await keepTerms(books, { accountId, before, terms, reason });
  return { terms };
}

type Decision = { accountId: string; before: DecidedTerms; terms: DecidedTerms; reason: string };

/** Writes what was decided, and who did; the account is locked. `asked`: by whom, where this one only approves it. */
async function keepTerms(books: Books, { accountId, before, terms, reason }: Decision): Promise<void> {
  const { status, chargingAllowed, limit, temporary, holdExempt, reviewOn } = terms;
  await books.tx.execute(sql`
    with changed as (
      insert into books.limit_changes (account_id, before, after, reason, requested_by)
      values (${accountId}::uuid, ${JSON.stringify(before)}, ${JSON.stringify(terms)}, ${reason}, ${books.userName}))
    update books.accounts set status = ${status}, charging_allowed = ${chargingAllowed},
      unlimited = ${limit.kind === "unlimited"}, limit_cents = ${limit.kind === "limit" ? limit.limitCents : null}::bigint,
      temporary_limit_cents = ${temporary?.limitCents ?? null}::bigint, temporary_until = ${temporary?.until ?? null}::date,
      hold_exempt = ${holdExempt}, review_on = ${reviewOn}::date
    where id = ${accountId}::uuid`);
}

async function readDecided({ tx }: Books, accountId: string): Promise<DecidedTerms> {
  const [row] = await tx.execute<DecidedRow>(sql`
    select ${DECIDED_COLUMNS} from books.accounts a where a.id = ${accountId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return decidedOf(row);
}

export const decidedOf = (row: DecidedRow): DecidedTerms => ({
  status: row.status,
  chargingAllowed: row.charging_allowed,
  limit: limitOf(row.unlimited, row.limit_cents),
  temporary:
    row.temporary_limit_cents === null || row.temporary_until === null
      ? null
      : { limitCents: cents(row.temporary_limit_cents), until: row.temporary_until },
  holdExempt: row.hold_exempt,
  reviewOn: row.review_on,
});

/** As the history keeps it: what was decided before the later parts were there is without them. */
const decisionOf = (text: string): DecidedTerms => ({
  ...NOTHING_DECIDED,
  ...(JSON.parse(text) as DecidedTerms),
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
    before: decisionOf(row.before),
    after: decisionOf(row.after),
    reason: row.reason,
    by: row.requested_by,
    approvedBy: row.approved_by,
    madeAt: row.recorded_at,
  }));
}
