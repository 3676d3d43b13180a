// For tests: every way of asking for one account at one moment, and the claim that all of them say the same.
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { BUCKETS, ageItems } from "@/domain/ledger/aging.ts";
import { ZERO, sum } from "@/domain/values/money.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readAccountAging } from "../receivables/aging.ts";
import type { Moment } from "../ledger/as-of.ts";
import { readNet } from "../receivables/history.ts";
import type { Account } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { totalOpen } from "../receivables/unpaid.ts";

export async function expectConsistent(books: Books, account: Account, moment: Moment) {
  // Its page shows the first ten; all are compared.
  const asked = { customer: account.customerId, unpaid: { shown: "all" as const } };
  const page = await readAccountPage(books, moment, asked);
  const aging = await readAccountAging(books, moment, account.accountId);
  const net = await readNet(books, moment, account.accountId);
  const [replay] = await books.tx.execute<{ net: number }>(sql`
    select coalesce(sum(amount), 0)::bigint as net from books.events
    where account_id = ${account.accountId} and effective_on <= ${moment.asOf}
      and (${moment.knownAt}::timestamptz is null or recorded_at <= ${moment.knownAt}::timestamptz)`);
  expect(page.aging).toEqual(aging);
  expect(page.figures).toMatchObject({
    balanceCents: aging.totalCents,
    openCreditCents: aging.unappliedCents,
  });
  expect([aging.netCents, net, page.figures.netCents]).toEqual([replay?.net, replay?.net, replay?.net]);
  expect(sum(BUCKETS.map((bucket) => aging[bucket]))).toBe(aging.totalCents);
  expect(totalOpen(page.unpaid)).toBe(aging.totalCents);
  expect(ageItems(page.unpaid, moment.asOf)).toEqual(Object.fromEntries(BUCKETS.map((b) => [b, aging[b]])));
  expect(page.unpaid).toHaveLength(aging.openInvoices);
  expect(page.history.lines[0]?.balanceCents ?? ZERO).toBe(net);
  return aging;
}
