// What was decided on an account: how it is read, and the one place that writes it, with its line in the history.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { limitOf, type CreditStatus } from "@/domain/ledger/account.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** Of an account `a`: as `decidedOf` reads it. */
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

/** Refuses "not-found". */
export async function readDecided({ tx }: Books, accountId: string): Promise<DecidedTerms> {
  const [row] = await tx.execute<DecidedRow>(sql`
    select ${DECIDED_COLUMNS} from books.accounts a where a.id = ${accountId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return decidedOf(row);
}

/** As the history keeps it: what was decided before the later parts were there is without them. */
export const decisionOf = (text: string): DecidedTerms => ({
  ...NOTHING_DECIDED,
  ...(JSON.parse(text) as DecidedTerms),
});

type Decision = {
  accountId: string;
  before: DecidedTerms;
  terms: DecidedTerms;
  reason: string;
  /** By whom it was asked for, where this person only approves it. */
  requestedBy?: string;
  approvedBy?: string;
};

/** The account is locked. Answers with the line in the history. */
export async function keepTerms(books: Books, decision: Decision): Promise<{ changeId: string }> {
  const { accountId, before, terms, reason, requestedBy = books.userName, approvedBy = null } = decision;
  const { status, chargingAllowed, limit, temporary, holdExempt, reviewOn } = terms;
  const [row] = await books.tx.execute<{ id: string }>(sql`
    with changed as (
      insert into books.limit_changes (account_id, before, after, reason, requested_by, approved_by)
      values (${accountId}::uuid, ${JSON.stringify(before)}, ${JSON.stringify(terms)}, ${reason}, ${requestedBy}, ${approvedBy}) returning id)
    update books.accounts set status = ${status}, charging_allowed = ${chargingAllowed},
      unlimited = ${limit.kind === "unlimited"}, limit_cents = ${limit.kind === "limit" ? limit.limitCents : null}::bigint,
      temporary_limit_cents = ${temporary?.limitCents ?? null}::bigint, temporary_until = ${temporary?.until ?? null}::date,
      hold_exempt = ${holdExempt}, review_on = ${reviewOn}::date
    from changed where accounts.id = ${accountId}::uuid returning changed.id`);
  return { changeId: present(row, "the account is locked").id };
}
