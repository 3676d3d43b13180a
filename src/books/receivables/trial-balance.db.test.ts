// The trial balance: in balance at every day, by the month that things were posted in, and the sum of the journal's lines.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { closePeriods } from "../business/periods.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { expectTrialBalance } from "../testing/expect-trial.ts";
import { readBusinessAging } from "./aging.ts";
import { listJournal } from "./journal.ts";
import { readTrialBalance } from "./trial-balance.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null });
const trial = async (asOf: string) => {
  const { lines, ...totals } = await business.read((books) => readTrialBalance(books, at(asOf)));
  await business.read(async (books) =>
    expectTrialBalance(books, at(asOf), await readBusinessAging(books, at(asOf))),
  );
  return {
    ...totals,
    lines: Object.fromEntries(lines.map(({ code, balanceCents }) => [code, balanceCents])),
  };
};
const journal = (query: Parameters<typeof listJournal>[1], size?: number) =>
  business.read((books) => listJournal(books, query, size));

test("nothing is posted: nothing is there, and it is in balance", async () => {
  expect(await trial("2026-06-30")).toEqual({ lines: {}, debitCents: 0, creditCents: 0 });
});

test("an invoice, a payment with something left and a later one: each account on its side, day by day", async () => {
  await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .paid("120.00", "2026-02-10")
    .invoice("50.00", "2026-03-05")
    .write();
  expect(await trial("2026-01-30")).toMatchObject({ lines: {} });
  expect(await trial("2026-01-31")).toEqual({
    lines: { "1200": 100_00, "4000": -100_00 },
    debitCents: 100_00,
    creditCents: 100_00,
  });
  expect(await trial("2026-02-28")).toEqual({
    lines: { "1100": 120_00, "1200": 0, "2300": -20_00, "4000": -100_00 },
    debitCents: 120_00,
    creditCents: 120_00,
  });
  expect((await trial("2026-03-05")).lines).toMatchObject({ "1200": 50_00, "4000": -150_00 });
});

test("what is dated in a closed month is in the month that took it, and that month's journal has it", async () => {
  const greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  await business.change((books) =>
    closePeriods(books, { from: day("2026-01-01"), through: day("2026-01-01") }),
  );
  await business.account(greenleaf).invoice("30.00", "2026-01-15").write();
  expect((await trial("2026-01-31")).lines).toMatchObject({ "1200": 100_00 });
  expect((await trial("2026-02-01")).lines).toMatchObject({ "1200": 130_00 });
  const february = await journal({ fromOn: day("2026-02-01"), throughOn: day("2026-02-28") });
  expect(february.rows).toMatchObject([
    {
      postedOn: "2026-02-01",
      effectiveOn: "2026-01-15",
      period: "2026-02-01",
      code: "1200",
      amountCents: 30_00,
    },
    { postedOn: "2026-02-01", effectiveOn: "2026-01-15", code: "4000", amountCents: -30_00 },
  ]);
});

test("the journal is read page by page, and by account", async () => {
  await business.customer("Greenleaf").invoice("100.00", "2026-01-31").paid("120.00", "2026-02-10").write();
  const all = (await journal({})).rows;
  expect(all).toHaveLength(6);
  const paged = [];
  let cursor: string | undefined;
  do {
    const page = await journal({ cursor }, 2);
    paged.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(paged).toEqual(all);
  expect((await journal({ account: "2300" })).rows.map((row) => row.amountCents)).toEqual([-120_00, 100_00]);
});
