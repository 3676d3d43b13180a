// Changes what a customer may charge, and keeps who asked for it and why. The new limit counts at once: the next charge
// waits for the account's lock and then finds it.
import { sql } from "drizzle-orm";
import type { CreditChange } from "@/domain/credit/credit-change.ts";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { needsApproval } from "@/domain/credit/limit-approval.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { tellBefore, type Books } from "../open.ts";
import { decisionOf, keepTerms, readDecided } from "./decided-terms.ts";
import { askForLimit } from "./limit-requests.ts";

/** Refuses as `giveCredit` does. */
export async function changeCredit(
  books: Books,
  change: CreditChange,
): Promise<{ terms: DecidedTerms; requestId: string | null }> {
  const { terms, requestId } = await giveCredit(books, change);
  return { terms, requestId };
}

/**
 * Answers with the line of the history that says so (`changeId`). Refuses with "changed-meanwhile", and what stands now, when the terms aren't those that were seen. What takes a second
 * person waits for one and changes nothing (`requestId`); only a person asks for one, else "limit-needs-approval".
 */
export async function giveCredit(
  books: Books,
  { accountId, terms, reason, seen }: CreditChange,
): Promise<{ terms: DecidedTerms } & ({ requestId: string } | { requestId: null; changeId: string })> {
  const { currency } = await lockAccount(books, accountId);
  const before = await readDecided(books, accountId);
  if (!sameTerms(before, seen)) throw new Refusal("changed-meanwhile", { terms: before });
  if (sameTerms(before, terms)) throw new Refusal("nothing-changed");
  tellBefore(books, { terms: before });
  if (needsApproval(before, terms, await readAlone(books, currency))) {
    if (!books.subject.startsWith("user:")) throw new Refusal("limit-needs-approval");
    return { terms: before, requestId: await askForLimit(books, { accountId, before, terms, reason }) };
  }
  const { changeId } = await keepTerms(books, { accountId, before, terms, reason });
  return { terms, requestId: null, changeId };
}

/** What one person may decide alone; null: all. In another currency than the business's own, no raise. */
export async function readAlone(books: Books, currency: string): Promise<Cents | null> {
  const [row] = await books.tx.execute<{ approve_above: number | null }>(
    sql`select approve_above from books.settings`,
  );
  const above = row?.approve_above ?? null;
  if (above === null) return null;
  return currency === books.currency ? cents(above) : ZERO;
}

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
