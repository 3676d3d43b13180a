// Who may be put away: nobody with money on the account; the empty ones together, but none that was dealt with meanwhile.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { CustomerFilter } from "@/domain/customers/customer-list.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { archiveCustomer, archiveEmptyCustomers, unarchiveCustomer } from "./archiving.ts";
import { listChanges } from "./customer-changes.ts";
import { listCustomers, totalCustomers } from "./customer-list.ts";
import { mergeCustomers } from "./merges.ts";
import { readAgingReport } from "../receivables/aging-report.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, figuresOf } from "../testing/desk.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
beforeEach(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const archive = (customerId: string) => business.change((books) => archiveCustomer(books, customerId));
const unarchive = (customerId: string) => business.change((books) => unarchiveCustomer(books, customerId));
async function shown(show?: CustomerFilter): Promise<string[]> {
  const { rows } = await business.read((books) => listCustomers(books, { show }));
  return rows.map((row) => row.name);
}

describe("with money on the account", () => {
  test.each([
    ["a balance", (b: Business) => b.customer("A").invoice("10.00", "2026-01-01"), { balanceCents: 10_00 }],
    ["open credit", (b: Business) => b.customer("A").paid("10.00", "2026-01-01"), { openCreditCents: 10_00 }],
    [
      "an earmark",
      (b: Business) => b.customer("A").paid("10.00", "2026-01-01").earmarked("4.00", "patio"),
      { openCreditCents: 10_00, earmarkedCents: 4_00 },
    ],
  ])("%s, nobody is archived, and it says what is left", async (_what, story, left) => {
    const { customerId } = await story(business).write();
    await expect(archive(customerId)).rejects.toMatchObject({
      code: "account-unsettled",
      details: { left: [{ currency: "USD", ...left }] },
    });
    expect(await shown("archived")).toEqual([]);
  });
});

test("settled, they leave the list and come back, and the history says so", async () => {
  const { customerId } = await business
    .customer("Settled")
    .invoice("10.00", "2026-01-01")
    .paid("10.00", "2026-02-01")
    .write();
  expect(await archive(customerId)).toEqual({ archived: true });
  expect(await archive(customerId)).toEqual({ archived: true });
  expect([await shown(), await shown("archived")]).toEqual([[], ["Settled"]]);
  expect(await unarchive(customerId)).toEqual({ archived: false });
  expect(await unarchive(customerId)).toEqual({ archived: false });
  expect([await shown(), await shown("archived")]).toEqual([["Settled"], []]);
  const { rows } = await business.read((books) => listChanges(books, { customerId, field: "Archived" }));
  expect(rows.map((row) => row.after)).toEqual(["no", "yes"]);
});

describe("the empty ones", () => {
  test("have no event and no paper of any kind", async () => {
    await business.customer("Dealt with").invoice("10.00", "2026-01-01").paid("10.00", "2026-02-01").write();
    const { customerId } = await business.customer("Has a job").write();
    await business.change(({ tx }) =>
      tx.execute(
        sql`insert into books.jobs (customer_id, currency, number, name) values (${customerId}::uuid, 'USD', 'J', 'J')`,
      ),
    );
    await business.customer("Empty").write();
    await business
      .customer("Put away")
      .write()
      .then((gone) => archive(gone.customerId));
    expect(await shown("empty")).toEqual(["Empty"]);
  });

  test("go together, and who was dealt with meanwhile stays", async () => {
    const [one, two] = [await business.customer("One").write(), await business.customer("Two").write()];
    const both = [one.customerId, two.customerId];
    await business.account(two).paid("1.00", "2026-01-01").write();
    const gone = await business.change((books) => archiveEmptyCustomers(books, both));
    expect(gone).toEqual({ archived: 1, kept: 1 });
    expect([await shown(), await shown("archived")]).toEqual([["Two"], ["One"]]);
    const again = await business.change((books) => archiveEmptyCustomers(books, both));
    expect(again).toEqual({ archived: 0, kept: 2 });
  });

  test("wait for what is being posted at that moment", async () => {
    const { customerId, accountId } = await business.customer("Busy").write();
    const lines = [{ description: "Sand", totalCents: cents(5_00) }];
    const invoice = { accountId, issuedOn: day("2026-01-01"), lines };
    let posted = () => {};
    const isPosted = new Promise<void>((resolve) => (posted = resolve));
    const posting = business.change(async (books) => {
      await recordInvoice(books, inputOf(NewInvoice, invoice));
      posted();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return null;
    });
    await isPosted;
    expect(await business.change((books) => archiveEmptyCustomers(books, [customerId]))).toEqual({
      archived: 0,
      kept: 1,
    });
    await posting;
  });
});

test("the list narrows to those who owe, who are late, who are over their limit", async () => {
  await business
    .customer("Over", { limitCents: cents(5_00) })
    .invoice("10.00", "2026-06-20")
    .write();
  await business.customer("Late").invoice("10.00", "2026-01-01").write();
  await business
    .customer("Covered", { limitCents: cents(5_00) })
    .paid("9.00", "2026-01-01")
    .write();
  expect(await shown("balance")).toEqual(["Late", "Over"]);
  expect(await shown("overdue")).toEqual(["Late"]);
  expect(await shown("over-limit")).toEqual(["Over"]);
});

test("from a page that was opened before, nothing new is written, and what was there can be reversed", async () => {
  const greenleaf = await business.customer("Greenleaf", { limitCents: cents(500_00) }).write();
  const at = desk(business, greenleaf);
  const till = counter(business, greenleaf);
  const billed = await at.invoice(10_00, "2026-01-05");
  const { eventId } = await at.pay(10_00, "2026-01-06", [[billed.eventId, 10_00]]);
  await archive(greenleaf.customerId);
  for (const write of [
    () => at.invoice(1_00, "2026-02-01"),
    () => at.charge(1_00, "2026-02-01"),
    () => at.pay(1_00, "2026-02-01"),
    () => at.memo(1_00, "2026-02-01"),
    () => till.sell([line("Mulch", "1", "1")], [paidBy("cash", 1_00)]),
  ])
    await expect(write()).rejects.toMatchObject({ code: "archived" });
  await at.bounce(eventId, "2026-02-01");
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 10_00, credit: 0 });
});

describe("an archived customer whose account gets a figure again is back by the same statement", () => {
  const settled = async () => {
    const account = await business.customer("Greenleaf").write();
    const at = desk(business, account);
    const billed = await at.invoice(33_00, "2026-01-05");
    const paid = await at.pay(33_00, "2026-01-06", [[billed.eventId, 33_00]]);
    await archive(account.customerId);
    return { account, at, paid };
  };
  const totals = async () => {
    const moment = { asOf: business.asker.today, knownAt: null };
    return business.read(async (books) => ({
      listed: await totalCustomers(books, {}),
      aged: await readAgingReport(books, moment),
    }));
  };

  test("a payment comes back with a fee: listed, aged and told, and what they pay is taken", async () => {
    const { account, at, paid } = await settled();
    expect(await at.bounce(paid.eventId, "2026-02-01", 25_00)).toMatchObject({ unarchived: true });
    expect([await shown(), await shown("archived"), await shown("balance")]).toEqual([
      ["Greenleaf"],
      [],
      ["Greenleaf"],
    ]);
    const { listed, aged } = await totals();
    expect([listed.balanceCents, aged.totals.totalCents, aged.rows.length]).toEqual([58_00, 58_00, 1]);
    const { customerId } = account;
    const { rows } = await business.read((books) => listChanges(books, { customerId, field: "Archived" }));
    expect(rows[0]).toMatchObject({ before: "yes", after: "no", by: "Onaccount" });
    await at.pay(58_00, "2026-02-02", "oldest-first");
    expect(await figuresOf(business, account)).toMatchObject({ items: 0, credit: 0 });
  });

  test("so is one who gets credit, and one into whom a customer with a balance is merged", async () => {
    const { account, at } = await settled();
    await at.up(5_00, "2026-02-01");
    await at.down(5_00, "2026-02-02");
    expect(await figuresOf(business, account)).toMatchObject({ items: 5_00, credit: 5_00 });
    expect(await shown()).toEqual(["Greenleaf"]);
    const other = await business.customer("Put away").write();
    await archive(other.customerId);
    await business.change((books) =>
      mergeCustomers(books, {
        fromCustomerId: account.customerId,
        intoCustomerId: other.customerId,
        mergedOn: day("2026-03-01"),
        reason: "The same",
      }),
    );
    expect([await shown(), await shown("archived")]).toEqual([["Put away"], ["Greenleaf"]]);
  });
});
