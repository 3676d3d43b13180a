// For tests: the trial balance of a moment is in balance, is the journal's lines up to its day, and says what the aging
// says, but for what is posted later.
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { ChartRole } from "@/domain/ledger/chart.ts";
import type { AgedAccounts } from "../receivables/aging.ts";
import { sidesOf } from "@/domain/receivables/trial-balance.ts";
import { ZERO, minus, plus, sum } from "@/domain/values/money.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { listJournal } from "../receivables/journal.ts";
import { readLedgerNet } from "../receivables/ledger-net.ts";
import { readTrialBalance } from "../receivables/trial-balance.ts";

export async function expectTrialBalance(books: Books, moment: Moment, aging: AgedAccounts): Promise<void> {
  const { lines, debitCents, creditCents } = await readTrialBalance(books, moment);
  expect(debitCents).toBe(creditCents);
  expect(sum(lines.map((line) => sidesOf(line).debitCents ?? ZERO))).toBe(debitCents);
  const { postedLater } = await readLedgerNet(books, moment);
  const later = sum(postedLater.map(({ amountCents }) => amountCents));
  const of = (role: ChartRole) => lines.find((line) => line.role === role)?.balanceCents ?? ZERO;
  const netCents = plus(of("receivable"), of("customer-credit"));
  expect(plus(netCents, later)).toBe(aging.netCents);
  const [late] = await books.tx.execute(sql`
    select from books.events e where ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}
      and e.period > ${moment.asOf}::date limit 1`);
  if (!late) {
    expect(of("receivable")).toBe(aging.totalCents);
    expect(of("customer-credit")).toBe(minus(ZERO, aging.unappliedCents));
    expect(of("retainage-receivable")).toBe(aging.retainedCents);
  }
  // What was known before has no journal of its own: the lines of now stand for today's knowledge only.
  if (moment.knownAt !== null) return;
  const { rows } = await listJournal(books, { throughOn: moment.asOf }, 10_000);
  const added = lines.map(({ code }) =>
    sum(rows.filter((row) => row.code === code).map((row) => row.amountCents)),
  );
  expect(added).toEqual(lines.map(({ balanceCents }) => balanceCents));
  expect(new Set(rows.map((row) => row.code))).toEqual(new Set(lines.map(({ code }) => code)));
}
