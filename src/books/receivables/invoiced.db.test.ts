// The amount of an invoice stays the invoice's own after a merge, by the row and in the totals, also when part of it
// came back later.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewMerge } from "@/domain/customers/merge-input.ts";
import { day } from "@/domain/values/day.ts";
import { readAccountPage } from "./account-page.ts";
import { readAccount } from "../ledger/accounts.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { mergeCustomers, reverseMerge } from "../customers/merges.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { readUnpaidTotals } from "./unpaid.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;
let at: Desk;
let check: number;

beforeEach(async () => {
  business = await freshBusiness();
  twin = await business.customer("Greenleaf Inc").write();
  kept = await business.customer("Greenleaf").invoice("80.00", "2026-01-02").write();
  at = desk(business, twin);
  const { eventId, invoiceId } = await at.invoice(110_00, "2026-01-05", {
    dueOn: "2026-01-20",
    retainage: 10_00,
  });
  check = (await at.pay(30_00, "2026-01-10", [[eventId, 30_00]])).eventId;
  const freed = await at.release(invoiceId, 10_00, "2026-02-01");
  await at.pay(4_00, "2026-02-02", [[freed.eventId, 4_00]]);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const merge = (on = "2026-03-01", from = twin, into = kept) =>
  business.change((books) =>
    mergeCustomers(
      books,
      inputOf(NewMerge, {
        fromCustomerId: from.customerId,
        intoCustomerId: into.customerId,
        mergedOn: day(on),
      }),
    ),
  );
/** Rows as amount/open, largest amount first; and the totals, which every reader gives alike. */
async function shown(asOf = "2026-06-30", account = kept) {
  const moment = { asOf: day(asOf), knownAt: null };
  const page = await business.read((books) =>
    readAccountPage(books, moment, {
      customer: account.customerId,
      unpaid: { sort: "amount", direction: "desc" },
    }),
  );
  const totals = await business.read(async (books) => {
    const { family } = await readAccount(books, account.customerId);
    return readUnpaidTotals(books, moment, { accountId: family });
  });
  if (asOf === "2026-06-30") expect(page.unpaidTotals).toEqual(totals);
  const rows = page.unpaid.map((row) => `${row.amountCents / 100}/${row.openCents / 100}`);
  return { rows, invoiced: page.unpaidTotals.amountCents };
}

test("what was left of it came along, what it was invoiced for is still said", async () => {
  await merge();
  // The release of what was held back is an invoice of its own.
  expect(await shown()).toEqual({ rows: ["100/70", "80/80", "10/6"], invoiced: 190_00 });
  expect(await shown("2026-02-28")).toEqual({ rows: ["100/70", "80/80", "10/6"], invoiced: 190_00 });
});

test("in two parts it counts once, on every day", async () => {
  await merge();
  await at.bounce(check, "2026-04-01");
  expect(await shown()).toEqual({ rows: ["80/80", "70/70", "30/30", "10/6"], invoiced: 190_00 });
  expect(await shown("2026-03-31")).toEqual({ rows: ["100/70", "80/80", "10/6"], invoiced: 190_00 });
});

test("and after it went there and back, and on to a third", async () => {
  const { mergeId } = await merge();
  await business.change((books) => reverseMerge(books, { mergeId, reversedOn: day("2026-03-02") }));
  await merge("2026-03-03");
  expect((await shown()).rows).toEqual(["100/70", "80/80", "10/6"]);
  const third = await business.customer("Greenleaf Ltd").write();
  await merge("2026-03-04", kept, third);
  expect(await shown("2026-06-30", third)).toEqual({ rows: ["100/70", "80/80", "10/6"], invoiced: 190_00 });
});
