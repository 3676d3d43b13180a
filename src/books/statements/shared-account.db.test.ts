// The account behind a statement's link: from what the statement said to what is owed now, by events alone, and of that
// account only.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { listInvoices } from "../invoices/invoice-list.ts";
import { voidInvoice } from "../invoices/invoice-page.ts";
import {
  accountOfStatement,
  readAccountNow,
  readChangesSince,
  readInvoiceOf,
  type AccountPages,
} from "./shared-account.ts";
import { issueStatement } from "./statements.ts";

const NAMED = { name: "Test Supply", locale: "en-US", country: "US" };
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .invoice("80.00", "2026-02-20")
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function issue(asOf: Day): Promise<string> {
  const request = { customer: greenleaf.customerId, asOf };
  const letterhead = { ...NAMED, slug: "test-supply" };
  return (await business.change((books) => issueStatement(books, letterhead, request))).statementId;
}
const since = (statementId: string) => business.read((books) => readChangesSince(books, statementId));
const accountNow = (statementId: string, pages: AccountPages = {}) =>
  business.read(async (books) =>
    readAccountNow(books, await accountOfStatement(books, statementId), NAMED, pages),
  );

test("nothing has changed until something does, and then each change is an event", async () => {
  const statementId = await issue(day("2026-02-28"));
  expect(await since(statementId)).toMatchObject({
    saidCents: 180_00,
    nowCents: 180_00,
    count: 0,
    lines: [],
  });
  await business.account(greenleaf).paid("60.00", "2026-03-04").invoice("10.00", "2026-03-05").write();
  const told = await since(statementId);
  expect(told).toMatchObject({ saidCents: 180_00, nowCents: 130_00, count: 2 });
  expect(told.lines).toMatchObject([
    { type: "Check", onDay: "2026-03-04", amountCents: -60_00, balanceCents: 120_00 },
    { type: "Invoice", onDay: "2026-03-05", amountCents: 10_00, balanceCents: 130_00 },
  ]);
  expect(told.lines.every((line) => line.eventId > 0)).toBe(true);
});

test("what lay behind the statement's day counts as a change, and so does what was recorded late", async () => {
  const statementId = await issue(day("2026-02-10"));
  expect(await since(statementId)).toMatchObject({ saidCents: 100_00, nowCents: 180_00, count: 1 });
  await business.account(greenleaf).paid("30.00", "2026-02-05").write();
  expect((await since(statementId)).lines).toMatchObject([
    { onDay: "2026-02-05", amountCents: -30_00, balanceCents: 70_00 },
    { onDay: "2026-02-20", amountCents: 80_00, balanceCents: 150_00 },
  ]);
});

test("of many changes the latest fifty are told, and the others are one exact sum", async () => {
  const statementId = await issue(day("2026-02-28"));
  const story = business.account(greenleaf);
  for (let n = 0; n < 53; n++) story.paid("1.00", "2026-03-01");
  await story.write();
  const told = await since(statementId);
  expect(told).toMatchObject({ count: 53, earlier: { count: 3, amountCents: -3_00 }, nowCents: 127_00 });
  expect([told.lines.length, told.lines[0]?.balanceCents]).toEqual([50, 176_00]);
});

test("the account now: what is unpaid less what credit is left is what is owed", async () => {
  const statementId = await issue(day("2026-02-28"));
  await business.account(greenleaf).paid("25.00", "2026-03-04", { to: {} }).write();
  const account = await accountNow(statementId);
  expect(account).toMatchObject({
    customer: { name: "Greenleaf" },
    aging: { totalCents: 180_00, unappliedCents: 25_00, netCents: 155_00 },
    credits: { lines: [{ type: "Check", openCents: 25_00 }], othersCents: 0 },
  });
  expect(account.unpaid.invoices.map((item) => item.openCents)).toEqual([100_00, 80_00]);
  expect(account.history.lines.map((line) => line.balanceCents)).toEqual([155_00, 180_00, 100_00]);
});

test("an invoice of the account opens; another customer's and one that never was don't", async () => {
  const other = await business.customer("Alder").invoice("7.00", "2026-02-01").write();
  const statementId = await issue(day("2026-02-28"));
  const { rows } = await business.read((books) => listInvoices(books, {}));
  const of = (customer: Account) =>
    present(
      rows.find((row) => row.customerId === customer.customerId),
      "they have one",
    ).invoiceId;
  const open = (invoiceId: string) =>
    business.read(async (books) =>
      readInvoiceOf(books, await accountOfStatement(books, statementId), invoiceId, NAMED),
    );
  expect(await open(of(greenleaf))).toMatchObject({ customer: { name: "Greenleaf" } });
  const nowhere = { code: "not-found" };
  await expect(open(of(other))).rejects.toMatchObject(nowhere);
  await expect(open("0190a1b2-0000-7000-8000-000000000000")).rejects.toMatchObject(nowhere);
  await expect(open("' or true --")).rejects.toMatchObject(nowhere);
});

test("what was reversed since is one line that changes nothing; what was on the statement is told by its reversal", async () => {
  const statementId = await issue(day("2026-02-28"));
  await business.account(greenleaf).invoice("10.00", "2026-03-01").paid("5.00", "2026-03-02").write();
  const invoices = await business.read((books) => listInvoices(books, { customerId: greenleaf.customerId }));
  const voidOf = (number: string) => {
    const { invoiceId } = present(
      invoices.rows.find((row) => row.number === number),
      "it was issued",
    );
    const input = inputOf(InvoiceVoid, { invoiceId, on: day("2026-03-03"), reason: "twice" });
    return business.change((books) => voidInvoice(books, input));
  };
  await voidOf("INV-00003");
  expect(await since(statementId)).toMatchObject({
    nowCents: 175_00,
    count: 2,
    lines: [
      {
        type: "Invoice",
        documentNumber: "INV-00003",
        amountCents: 10_00,
        isVoided: true,
        balanceCents: 180_00,
      },
      { type: "Check", amountCents: -5_00, isVoided: false, balanceCents: 175_00 },
    ],
  });
  await voidOf("INV-00002");
  const { lines } = await since(statementId);
  expect(lines.at(-1)).toMatchObject({ type: "Reversal of Invoice", amountCents: -80_00, isVoided: false });
});
