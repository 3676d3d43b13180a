// Two customers that were one: what was open stands on the one that stays, nothing is gained or lost on any day, the
// other takes nothing more, and all of it can be reversed.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { addBuyer, addOrder, closeOrder, removeBuyer, setRule } from "../credit/charging-rules.ts";
import { readProfile } from "./customer-profile.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { mergeInto, partAgain } from "../testing/merging.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readDerivation } from "../receivables/derivation.ts";
import { readNet } from "../receivables/history.ts";
import { desk, figuresOf, standsOn, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness();
  twin = await business.customer("Greenleaf Inc", { number: "C-2" }).write();
  kept = await business.customer("Greenleaf", { number: "C-1" }).invoice("7.00", "2026-01-02").write();
  at = desk(business, twin);
  await at.invoice(100_00, "2026-01-05", { dueOn: "2026-01-20" });
  await at.invoice(60_00, "2026-02-05", { retainage: 6_00 });
  await at.pay(40_00, "2026-02-10");
  await at.earmark(15_00, "patio");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const merge = (from = twin, into = kept, on?: string) => mergeInto(business, [from, into], { on });
const reverse = (mergeId: string, on = "2026-04-01") => partAgain(business, mergeId, on);
const NOTHING = { items: 0, credit: 0, net: 0, earmarked: 0, retained: 0 };
const DAYS = ["2026-01-31", "2026-02-28", "2026-06-30"];
const earmarksOf = ({ accountId }: Account) =>
  business.read(async ({ tx }) =>
    (
      await tx.execute<{ note: string; amount: number }>(
        sql`select note, amount from books.earmarks where account_id = ${accountId} and released_at is null`,
      )
    ).map(({ note, amount }) => ({ note, amount })),
  );

test("who may charge is said on the other one: it isn't left behind unseen, and the merge waits", async () => {
  const { accountId } = twin;
  const refused = () => expect(merge()).rejects.toMatchObject({ code: "charging-said" });
  const buyer = { accountId, jobId: null, name: "Ann", pin: null, mostCents: null, until: null };
  const { buyerId } = await business.change((books) => addBuyer(books, buyer));
  await refused();
  await business.change((books) => removeBuyer(books, buyerId));
  const order = { accountId, number: "4711", amountCents: cents(100), until: null };
  const { orderId } = await business.change((books) => addOrder(books, order));
  await refused();
  await business.change((books) => closeOrder(books, orderId));
  const rule = { accountId, jobId: null, buyersOnly: true, poRule: "none" as const, presetPo: "" };
  await business.change((books) => setRule(books, rule));
  await refused();
  await business.change((books) => setRule(books, { ...rule, buyersOnly: false }));
  await merge();
});

test("everything open moves, earmarks with it, and days before stay as they were", async () => {
  const before = [await standsOn(business, twin, DAYS), await standsOn(business, kept, DAYS)];
  await merge();
  expect(await figuresOf(business, twin)).toEqual(NOTHING);
  expect(await figuresOf(business, kept)).toEqual({
    items: 161_00,
    credit: 40_00,
    net: 121_00,
    earmarked: 15_00,
    retained: 6_00,
  });
  expect(await earmarksOf(kept)).toEqual([{ note: "patio", amount: 15_00 }]);
  const after = [await standsOn(business, twin, DAYS), await standsOn(business, kept, DAYS)];
  expect(after[0]?.map(({ business: all }) => all)).toEqual(before[0]?.map(({ business: all }) => all));
});

describe("the one that was merged", () => {
  beforeEach(async () => {
    await merge();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["an invoice", () => at.invoice(1_00, "2026-03-02")],
    ["a payment", () => at.pay(1_00, "2026-03-02")],
    ["a credit memo", () => at.memo(1_00, "2026-03-02")],
  ])("takes nothing more: %s", async (_what, post) => {
    await expect(post()).rejects.toMatchObject({ code: "merged-away" });
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
  });

  test("isn't merged again, nor into", async () => {
    const third = await business.customer("Greenleaf Ltd").write();
    await expect(merge()).rejects.toMatchObject({ code: "merged-before" });
    await expect(merge(third, twin)).rejects.toMatchObject({ code: "merged-before" });
  });
});

test("a payment that waited for the merge finds it done", async () => {
  const outcomes = await Promise.allSettled([
    merge(),
    at.pay(1_00, "2026-03-02"),
    at.pay(2_00, "2026-03-02"),
  ]);
  expect(outcomes[0]?.status).toBe("fulfilled");
  expect(await figuresOf(business, twin)).toEqual(NOTHING);
});

test("an account in another currency moves as it is, and back", async () => {
  const [euros] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.accounts (customer_id, currency) values (${twin.customerId}::uuid, 'EUR') returning id`),
  );
  const whose = () =>
    business.read(async ({ tx }) => {
      const [row] = await tx.execute<{ customer_id: string }>(
        sql`select customer_id from books.accounts where id = ${euros?.id}::uuid`,
      );
      return row?.customer_id;
    });
  const { mergeId } = await merge();
  expect(await whose()).toBe(kept.customerId);
  await reverse(mergeId);
  expect(await whose()).toBe(twin.customerId);
});

describe("reversed", () => {
  test("it is as it was, from that day on, and both take postings", async () => {
    const { mergeId } = await merge();
    await reverse(mergeId);
    expect(await figuresOf(business, twin)).toEqual({
      items: 154_00,
      credit: 40_00,
      net: 114_00,
      earmarked: 15_00,
      retained: 6_00,
    });
    expect(await figuresOf(business, kept)).toMatchObject({
      items: 7_00,
      credit: 0,
      earmarked: 0,
      retained: 0,
    });
    expect(await earmarksOf(twin)).toEqual([{ note: "patio", amount: 15_00 }]);
    await at.pay(1_00, "2026-04-02");
    await expect(reverse(mergeId)).rejects.toMatchObject({ code: "merge-reversed-before" });
    await merge(twin, kept, "2026-05-01");
  });

  test("what was refunded since can't be reversed, and nothing is", async () => {
    const { mergeId } = await merge();
    await desk(business, kept).refund(40_00, "2026-03-05");
    await expect(reverse(mergeId)).rejects.toMatchObject({ code: "used-since" });
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
  });
});

test.each<[string, () => Promise<unknown>, string]>([
  ["with itself", () => merge(twin, twin), "merged-with-itself"],
  ["before something open was there", () => merge(twin, kept, "2026-02-01"), "out-of-turn"],
  ["with one that isn't there", () => merge(twin, { ...kept, customerId: crypto.randomUUID() }), "not-found"],
])("%s is refused", async (_what, wrong, code) => {
  await expect(wrong()).rejects.toMatchObject({ code });
});

test("an empty customer is merged without an event", async () => {
  const empty = await business.customer("Nobody").write();
  expect(await merge(empty)).toMatchObject({ events: 0 });
});

test("the old number and the old id lead to the one that stays, at whatever remove", async () => {
  const third = await business.customer("Greenleaf Ltd", { number: "C-3" }).write();
  await merge();
  await merge(kept, third, "2026-03-02");
  for (const asked of ["C-2", "C-1", twin.customerId]) {
    const account = await business.read((books) => readAccount(books, asked));
    expect(account).toMatchObject({ customerId: third.customerId, customerNumber: "C-3" });
    expect(account.mergedFrom).toBe(asked === "C-1" ? "C-1" : "C-2");
  }
  expect((await business.read((books) => readAccount(books, "C-3"))).mergedFrom).toBeNull();
});

test("days before the merge are shown together on the one that stays, on both axes", async () => {
  const page = (asOf: string, knownAt: string | null = null) =>
    business.read((books) =>
      readAccountPage(books, { asOf: day(asOf), knownAt }, { customer: kept.customerId }),
    );
  const before = await Promise.all(
    [twin, kept].map((each) =>
      business.read((books) => readNet(books, { asOf: day("2026-02-28"), knownAt: null }, each.accountId)),
    ),
  );
  await merge();
  const then = await page("2026-02-28");
  expect(then.figures.netCents).toBe((before[0] ?? 0) + (before[1] ?? 0));
  expect(then.unpaid.map(({ openCents }) => openCents).toSorted((a, b) => a - b)).toEqual([
    7_00, 54_00, 100_00,
  ]);
  // 7.00 on the one, 100.00, 54.00 less the payment of 40.00 on the other, in one running balance.
  expect(then.history.lines.map(({ balanceCents }) => balanceCents)).toEqual([121_00, 161_00, 107_00, 7_00]);
  const today = await page("2026-06-30");
  expect(today.figures).toMatchObject({
    balanceCents: 161_00,
    openCreditCents: 40_00,
    earmarkedCents: 15_00,
  });
  expect(today.history.lines[0]?.balanceCents).toBe(121_00);
  expect(today.unpaid).toHaveLength(3);
  for (const figure of ["balance", "credit", "net"] as const) {
    const derived = await business.read((books) =>
      readDerivation(books, { asOf: day("2026-02-28"), knownAt: null }, { customer: "C-1", figure }),
    );
    expect(derived?.lines.length).toBeGreaterThan(0);
  }
});

test("the numbers that lead there stand as people count", async () => {
  const ten = await business.customer("Greenleaf X", { number: "C-10" }).write();
  await merge(ten);
  await merge();
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  const read = await business.read(async (books) => [
    (await readAccountPage(books, moment, { customer: kept.customerId })).mergedNumbers,
    (await readProfile(books, kept.customerId)).mergedNumbers,
  ]);
  expect(read).toEqual([
    ["C-2", "C-10"],
    ["C-2", "C-10"],
  ]);
});
