// A prepayment that waits for its invoices: on the days in between the debts are whole and the credit stands beside
// them, and page, aging, statement, history and the books themselves all say so (issue 3).
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readAgingReport } from "../receivables/aging-report.ts";
import { readLedgerNet } from "../receivables/ledger-net.ts";
import { readAccountAging, readBusinessAging } from "../receivables/aging.ts";
import { readNet } from "../receivables/history.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { issueStatement, previewStatement, readStatement } from "../statements/statements.ts";
import { desk } from "../testing/desk.ts";

afterAll(closePool);

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

test("1,000 in February, 150,000 in March and April, applied in May: 30 April", async () => {
  const business = await freshBusiness();
  const account = await business.customer("Greenleaf").write();
  const at = desk(business, account);
  const { eventId: prepaid } = await at.pay(1_000_00, "2026-02-15", "oldest-first");
  const march = await at.invoice(90_000_00, "2026-03-10");
  await at.invoice(60_000_00, "2026-04-20");
  await at.apply(prepaid, march.eventId, { amount: 1_000_00, on: "2026-05-05" });

  const aging = {
    totalCents: 150_000_00,
    unappliedCents: 1_000_00,
    netCents: 149_000_00,
    current: 60_000_00,
    d1_30: 90_000_00,
  };
  await business.read(async (books) => {
    const moment = { asOf: day("2026-04-30"), knownAt: null };
    const customer = account.customerId;
    const page = await readAccountPage(books, moment, { customer });
    expect(page.aging).toMatchObject(aging);
    expect(page.figures).toMatchObject({
      balanceCents: 150_000_00,
      openCreditCents: 1_000_00,
      netCents: 149_000_00,
    });
    expect(page.unpaid.map((item) => item.openCents)).toEqual([90_000_00, 60_000_00]);
    expect(page.history.lines.map((line) => line.balanceCents)).toEqual([149_000_00, 89_000_00, -1_000_00]);
    expect(await readAccountAging(books, moment, account.accountId)).toMatchObject(aging);
    expect(await readBusinessAging(books, moment)).toMatchObject(aging);
    expect(await readNet(books, moment, account.accountId)).toBe(149_000_00);
    const statement = await previewStatement(books, LETTERHEAD, {
      customer,
      fromOn: day("2026-04-01"),
      asOf: moment.asOf,
    });
    expect(statement).toMatchObject({ openingCents: 89_000_00, closingCents: 149_000_00, aging });
    const report = await readAgingReport(books, moment);
    expect(report.totals).toMatchObject(aging);
    expect(report.rows.map((row) => row.aging)).toEqual([expect.objectContaining(aging)]);
    expect((await readLedgerNet(books, moment)).netCents).toBe(149_000_00);
    const [journal] = await books.tx.execute(sql`
      select sum(l.amount) filter (where h.role = 'receivable')::bigint as receivable,
        sum(l.amount) filter (where h.role = 'customer-credit')::bigint as credit
      from books.journal_lines l join books.chart h on h.code = l.chart_code join books.events e on e.number = l.event_number
      where e.effective_on <= '2026-04-30'`);
    expect(journal).toEqual({ receivable: 150_000_00, credit: -1_000_00 });
    const may = await readAccountPage(books, { asOf: day("2026-05-31"), knownAt: null }, { customer });
    expect(may.aging).toMatchObject({ totalCents: 149_000_00, unappliedCents: 0, netCents: 149_000_00 });
  });
  const input = { customer: account.customerId, fromOn: day("2026-04-01"), asOf: day("2026-04-30") };
  const { statementId } = await business.change((books) => issueStatement(books, LETTERHEAD, input));
  // As it was issued, after the prepayment was applied: the open items and the credit of 30 April.
  const { statement } = await business.read((books) => readStatement(books, statementId));
  expect(statement).toMatchObject({ closingCents: 149_000_00, aging });
  expect(statement.openItems.map((item) => item.openCents)).toEqual([90_000_00, 60_000_00]);
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
