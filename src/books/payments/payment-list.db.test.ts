// The list of payments and the page of one: found, paged and totalled; what each settles, applied later and un-applied.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readPayingAccount } from "./paying-account.ts";
import { mergeCustomers, reverseMerge } from "../customers/merges.ts";
import { listPayments, totalPayments } from "./payment-list.ts";
import { applyPayment, readPayment, takeReturn } from "./payment-page.ts";
import { changeReturnedFee } from "../business/settings.ts";
import { desk } from "../testing/desk.ts";

afterAll(closePool);

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business: Business;
let greenleaf: Account;
beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { number: "C-7", limitCents: cents(5_000_00), addressLines: ["1 Elm"] })
    .invoice("500.00", "2026-01-31", { number: "INV-9" })
    .invoice("300.00", "2026-01-31", { number: "INV-10", dueOn: "2026-02-10" })
    .paid("600.00", "2026-03-01", { reference: "4471", to: { "INV-9": "400.00" } })
    .write();
  await business.customer("Acme 50%", {}).paid("25.00", "2026-03-02", { method: "cash" }).write();
});

const listed = async (query: Parameters<typeof listPayments>[1]) =>
  (await list(query)).rows.map((row) => row.paymentId);
const list = (query: Parameters<typeof listPayments>[1] = {}) =>
  business.read((books) => listPayments(books, query));

test("newest first, with what became of each", async () => {
  const { rows, next } = await list();
  expect(next).toBeNull();
  expect(rows).toMatchObject([
    { customerName: "Acme 50%", type: "Cash", amountCents: 25_00, appliedCents: 0, openCents: 25_00 },
    {
      customerName: "Greenleaf",
      type: "Check 4471",
      receivedOn: "2026-03-01",
      amountCents: 600_00,
      appliedCents: 400_00,
      openCents: 200_00,
      goneCents: 0,
    },
  ]);
  expect(await business.read((books) => totalPayments(books, {}))).toEqual({
    count: 2,
    amountCents: 625_00,
    appliedCents: 400_00,
    openCents: 225_00,
  });
});

test("found by how its number or reference begins and by customer; a sign of the search language is only a sign", async () => {
  const [cash, check] = (await list()).rows;
  const found = async (search: string) => (await list({ search })).rows.map((row) => row.paymentId);
  expect(await found("4471")).toEqual([check?.paymentId]);
  expect(await found("44")).toEqual([check?.paymentId]);
  expect(await found((check?.number ?? "").toLowerCase())).toEqual([check?.paymentId]);
  expect(await found(check?.number ?? "")).toEqual([check?.paymentId]);
  expect(await found("50%")).toEqual([cash?.paymentId]);
  expect(await found("c-7")).toEqual([check?.paymentId]);
  expect(await found("nobody")).toEqual([]);
  expect(await listed({ method: "cash" })).toEqual([cash?.paymentId]);
  expect(await listed({ open: "yes", fromOn: day("2026-03-02") })).toEqual([cash?.paymentId]);
  expect(await listed({ throughOn: day("2026-03-01") })).toEqual([check?.paymentId]);
  expect(await listed({ method: "card" })).toEqual([]);
  const { customerId } = greenleaf;
  expect((await list({ customerId })).rows).toHaveLength(1);
  expect(await business.read((books) => totalPayments(books, { customerId }))).toMatchObject({ count: 1 });
  expect((await list({ customerId: randomUUID() })).rows).toEqual([]);
});

test("a page ends where the next begins, and a mangled cursor starts anew", async () => {
  const many = await freshBusiness();
  const story = many.customer("Busy");
  for (let n = 1; n <= 53; n++) story.paid("1.00", "2026-03-01", { reference: `R${n}`, to: {} });
  await story.write();
  await many.read(async (books) => {
    const first = await listPayments(books, {});
    const second = await listPayments(books, { cursor: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, null]);
    expect(second.rows.map((row) => row.type)).toEqual(["Check R3", "Check R2", "Check R1"]);
    for (const cursor of ["x' or 1", writeCursor("2026-13-45", 1)])
      expect((await listPayments(books, { cursor })).rows[0]?.type).toBe("Check R53");
  });
});

test("an account lists what can be settled, oldest due first, with what decides on Can Charge", async () => {
  const paying = await business.read((books) => readPayingAccount(books, "C-7"));
  expect(paying).toMatchObject({ name: "Greenleaf", accountId: greenleaf.accountId, debtCount: 2 });
  expect(paying.figures).toMatchObject({ balanceCents: 400_00, openCreditCents: 200_00, netCents: 200_00 });
  expect(paying.credit).toMatchObject({ status: "good", chargingAllowed: true, hasAddress: true });
  expect(
    paying.debts.map(({ name, openCents, amountCents, daysPastDue }) => [
      name,
      openCents,
      amountCents,
      daysPastDue,
    ]),
  ).toEqual([
    ["INV-10", 300_00, 300_00, 140],
    ["INV-9", 100_00, 500_00, 120],
  ]);
  await expect(business.read((books) => readPayingAccount(books, randomUUID()))).rejects.toThrow(
    "isn't here",
  );
});

test("what is open of a payment is applied later and un-applied, and the page says so each time", async () => {
  const at = await freshBusiness();
  const account = await at
    .customer("Oak")
    .invoice("100.00", "2026-01-01")
    .invoice("50.00", "2026-01-05")
    .write();
  const paid = await desk(at, account).pay(120_00, "2026-02-01");
  const read = () => at.read((books) => readPayment(books, paid.paymentId));
  const before = await read();
  expect(before).toMatchObject({ openCents: 120_00, settled: [], number: paid.number });
  const [first, second] = before.account.debts;
  if (!first || !second) throw new Error("two invoices are open");
  const applied = [
    { itemId: first.itemId, amountCents: cents(100_00) },
    { itemId: second.itemId, amountCents: cents(15_00) },
  ];
  const given = { paymentId: paid.paymentId, appliedOn: day("2026-03-01"), applied };
  await at.change((books) => applyPayment(books, given));
  expect(await read()).toMatchObject({
    openCents: 5_00,
    appliedCents: 115_00,
    settled: [
      { name: first.name, amountCents: 100_00, appliedOn: "2026-03-01" },
      { name: second.name, amountCents: 15_00 },
    ],
  });
  await expect(at.change((books) => applyPayment(books, given))).rejects.toMatchObject({ code: "not-found" });
  const counter = desk(at, account);
  await counter.unApply(paid.eventId, first.itemId, "2026-03-02");
  expect(await read()).toMatchObject({ openCents: 105_00, settled: [{ name: second.name }] });
  await expect(counter.unApply(paid.eventId, first.itemId, "2026-03-02")).rejects.toMatchObject({
    code: "nothing-applied",
  });
  await expect(at.read((books) => readPayment(books, randomUUID()))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(at.read((books) => readPayment(books, "nothing"))).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await at.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test.each(["received", "amount"] as const)(
  "by %s, both ways: each once, in order, page by page",
  async (sort) => {
    const at = await freshBusiness();
    const counter = desk(at, await at.customer("Pine").write());
    for (const [amount, on] of [
      [30, 3],
      [10, 5],
      [30, 1],
      [20, 3],
      [30, 2],
    ] as const)
      await counter.pay(amount, `2026-02-0${on}`);
    for (const direction of ["asc", "desc"] as const) {
      const read: (readonly [number | string, number])[] = [];
      let cursor: string | undefined;
      do {
        const page = await at.read((books) => listPayments(books, { sort, direction, cursor }, 2));
        read.push(
          ...page.rows.map(
            (row) => [sort === "amount" ? row.amountCents : row.receivedOn, row.eventId] as const,
          ),
        );
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(read).toHaveLength(5);
      const rising = read.toSorted(([a, first], [b, second]) => (a < b ? -1 : a > b ? 1 : first - second));
      expect(read).toEqual(direction === "asc" ? rising : rising.toReversed());
    }
  },
);

test("what was refunded or returned is neither applied nor open", async () => {
  const at = await freshBusiness();
  const account = await at.customer("Pine").write();
  const counter = desk(at, account);
  const kept = await counter.pay(80_00, "2026-02-01");
  await counter.refund(30_00, "2026-02-02", kept.eventId);
  const bounced = await counter.pay(20_00, "2026-02-03");
  await counter.bounce(bounced.eventId, "2026-02-05");
  const { rows } = await at.read((books) => listPayments(books, {}));
  expect((await at.read((books) => listPayments(books, { open: "yes" }))).rows).toHaveLength(1);
  await at.change((books) => changeReturnedFee(books, { version: 1, returnedFeeCents: cents(35_00) }));
  const page = await at.read((books) => readPayment(books, bounced.paymentId));
  expect(page).toMatchObject({ reversed: { kind: "returned-payment", on: "2026-02-05" }, settled: [] });
  expect(page.returnedFeeCents).toBe(35_00);
  const again = { paymentId: bounced.paymentId, on: day("2026-02-06"), reason: "Again" };
  await expect(at.change((books) => takeReturn(books, again))).rejects.toMatchObject({
    code: "reversed-before",
  });
  expect(rows.map(({ openCents, goneCents }) => [openCents, goneCents])).toEqual([
    [0, 20_00],
    [50_00, 30_00],
  ]);
});

test("what came back is struck out and in no total, and each column foots", async () => {
  const other = await freshBusiness();
  const account = await other.customer("Greenleaf").write();
  const there = desk(other, account);
  await there.pay(100_00, "2026-03-01");
  const bounced = await there.pay(33_00, "2026-03-02");
  await there.bounce(bounced.eventId, "2026-03-05");
  await there.refund(40_00, "2026-03-06");
  const { rows } = await other.read((books) => listPayments(books, {}));
  expect(rows.map((row) => [row.amountCents, row.openCents, row.goneCents, row.cameBack])).toEqual([
    [33_00, 0, 33_00, true],
    [100_00, 60_00, 40_00, false],
  ]);
  expect(await other.read((books) => totalPayments(books, {}))).toEqual({
    count: 2,
    amountCents: 100_00,
    appliedCents: 0,
    openCents: 60_00,
  });
});

test("what a merge moved says to whom", async () => {
  const other = await freshBusiness();
  const [from, into] = [await other.customer("One").write(), await other.customer("Two").write()];
  await desk(other, from).pay(30_00, "2026-03-01");
  const merge = { fromCustomerId: from.customerId, intoCustomerId: into.customerId };
  const { mergeId } = await other.change((books) =>
    mergeCustomers(books, { ...merge, mergedOn: day("2026-04-01"), reason: "The same" }),
  );
  const read = async () => (await other.read((books) => listPayments(books, {}))).rows[0];
  expect(await read()).toMatchObject({ movedTo: into.number, cameBack: false, openCents: 0 });
  await other.change((books) => reverseMerge(books, { mergeId, reversedOn: day("2026-04-02") }));
  expect(await read()).toMatchObject({ movedTo: null, openCents: 30_00 });
});
