// One limit for a parent and its children: whoever charges, and however many at once, all of them together never pass it;
// what is paid, reversed or moved anywhere in the family gives room back to all, to the cent.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, type Pool } from "@/db/client.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { transferAccount } from "../corrections/transfers.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { readAccount } from "../ledger/accounts.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { readCreditAccount } from "./credit-account.ts";
import { changeCredit } from "./credit-changes.ts";

const CONNECTIONS = 24;
const ON = "2026-06-30";
const LIMIT = 100_00;
let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let branches: [Account, Account, Account, Account];
let desks: [Desk, Desk, Desk, Desk];

beforeAll(async () => {
  await closePool();
  (globalThis as { onaccountPool?: Pool }).onaccountPool = connect(
    needed("DATABASE_URL"),
    CONNECTIONS,
    60_000,
  );
});
beforeEach(async () => {
  business = await freshBusiness();
  head = await customer("Head Office", LIMIT);
  branches = [
    await customer("North", 500_00),
    await customer("South", 500_00),
    await customer("East", 500_00),
    await customer("West", 500_00),
  ];
  for (const each of branches) await join(each);
  await share(true);
  const [north, south, east, west] = branches;
  desks = [desk(business, north), desk(business, south), desk(business, east), desk(business, west)];
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const customer = (name: string, limit: number) =>
  business.customer(name, { limitCents: cents(limit), addressLines: ["1 Elm St"] }).write();
const join = ({ customerId }: Account, parent: Account | null = head, mayLimit = true) =>
  business.change((books) =>
    chooseParent(books, { customerId, parentId: parent?.customerId ?? null }, { mayLimit }),
  );
const share = (shares: boolean) =>
  business.change((books) => shareLimit(books, { customerId: head.customerId, shares }));
const branch = (n: number): Account => branches[n % 4] ?? head;
const at = (n: number): Desk => desks[n % 4] ?? desks[0];
const can = async ({ customerId }: Account) => {
  const { figures, credit } = await business.read((books) => readAccount(books, customerId));
  return canCharge(figures, credit);
};
const used = async () => {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ net: number }>(sql`select net from books.shared_limits`),
  );
  return rows.map(({ net }) => net);
};
async function crowd(count: number, work: (n: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)));
  const reasons = results.flatMap((each) =>
    each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
  );
  return { done: results.length - reasons.length, reasons: new Set(reasons) };
}

test("200 charges of 1.00 in four children at once: exactly 100 pass a shared limit of 100.00", async () => {
  const outcome = await crowd(200, (n) => at(n).charge(1_00, ON));
  expect(outcome).toEqual({ done: 100, reasons: new Set(["over-shared-limit"]) });
  expect(await used()).toEqual([LIMIT]);
});

test("the parent charges against its children, and payments and returns beside it lock nobody out", async () => {
  const parent = desk(business, head);
  const outcome = await crowd(200, (n) => {
    if (n % 5 === 0) return parent.charge(1_00, ON);
    return n % 5 === 1 ? at(n).pay(50, ON, "oldest-first") : at(n).charge(1_00, ON);
  });
  // At the parent itself both limits are one, and whichever is asked first says so.
  for (const reason of outcome.reasons) expect(["over-shared-limit", "over-limit"]).toContain(reason);
  const [net = 0] = await used();
  expect(net).toBeLessThanOrEqual(LIMIT);
});

test("transfers between children and charges in them, all at once: none waits for another in a ring", async () => {
  const outcome = await crowd(80, (n) => {
    const [from, to] = [branch(n).accountId, branch(n + 1).accountId];
    return n % 4 === 3
      ? business.change((books) =>
          transferAccount(books, { fromAccountId: from, toAccountId: to, on: day(ON), reason: "" }),
        )
      : at(n).charge(1_00, ON);
  });
  expect(outcome).toEqual({ done: 80, reasons: new Set() });
  expect(await used()).toEqual([60_00]);
});

test("a child’s own limit counts beside the shared one, and the smaller is said", async () => {
  const small = await customer("Corner", 10_00);
  await join(small);
  expect(await can(small)).toEqual({ kind: "amount", amountCents: 10_00 });
  await at(0).charge(95_00, ON);
  expect(await can(small)).toEqual({
    kind: "amount",
    amountCents: 5_00,
    bound: { name: "Head Office", isOwn: false, limitCents: LIMIT, usedCents: 95_00 },
  });
  expect(await can(head)).toMatchObject({ kind: "amount", amountCents: 5_00, bound: { isOwn: true } });
  await expect(desk(business, small).charge(5_01, ON)).rejects.toMatchObject({
    code: "over-shared-limit",
    details: { canChargeCents: 5_00 },
  });
  await desk(business, small).charge(5_00, ON);
  await at(0).pay(95_00, ON, "oldest-first");
  await expect(desk(business, small).charge(5_01, ON)).rejects.toMatchObject({ code: "over-limit" });
});

test("a child without a limit of its own charges on its parent’s, once it may charge at all", async () => {
  const bare = await business.customer("Kiosk", { addressLines: ["9 Elm St"] }).write();
  await join(bare);
  expect(await can(bare)).toEqual({ kind: "refused", because: "not-allowed" });
  const { decided, accountId } = await business.read((books) => readCreditAccount(books, bare.customerId));
  const terms = { ...decided, chargingAllowed: true };
  await business.change((books) =>
    changeCredit(books, { accountId, terms, reason: "opened", seen: decided }),
  );
  await desk(business, bare).charge(60_00, ON);
  expect(await can(bare)).toMatchObject({ amountCents: 40_00, bound: { usedCents: 60_00 } });
  // Alone it has none.
  await join(bare, null);
  expect(await can(bare)).toEqual({ kind: "refused", because: "no-limit" });
});

test("paid, voided, written off, set aside: the room follows for all of the family", async () => {
  const { eventId } = await at(0).charge(80_00, "2026-06-01");
  const paid = await at(0).pay(30_00, "2026-06-02", [[eventId, 30_00]]);
  expect(await can(branches[1])).toMatchObject({ amountCents: 50_00 });
  await at(0).unApply(paid.eventId, eventId, "2026-06-03");
  expect(await can(branches[1])).toMatchObject({ amountCents: 50_00 });
  await at(0).earmark(30_00, "pipes");
  expect(await can(branches[1])).toMatchObject({ amountCents: 20_00 });
  await at(0).writeOff(eventId, 5_00, "2026-06-03");
  expect(await can(branches[1])).toMatchObject({ amountCents: 25_00 });
  const last = await at(1).charge(25_00, "2026-06-04");
  await expect(at(2).charge(1, ON)).rejects.toMatchObject({ code: "over-shared-limit" });
  await at(1).reverse(last.eventId, "2026-06-05");
  await at(2).charge(25_00, ON);
});

test("an approved override passes; an invoice on terms counts and isn’t stopped; a hold of the parent stops all", async () => {
  await at(0).invoice(150_00, "2026-06-01");
  expect(await can(branches[1])).toMatchObject({ amountCents: 0 });
  await expect(at(1).charge(1, ON)).rejects.toMatchObject({ code: "over-shared-limit" });
  const [approved] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${branches[1].accountId}::uuid, 5, 'known', 'x', 'y', now() + interval '1 day') returning id`),
  );
  await at(1).charge(5, ON, approved?.id ?? null);
  await at(0).pay(150_00, ON, "oldest-first");
  const { decided, accountId } = await business.read((books) => readCreditAccount(books, head.customerId));
  const terms = { ...decided, status: "hold" as const };
  await business.change((books) => changeCredit(books, { accountId, terms, reason: "late", seen: decided }));
  await expect(at(1).charge(1, ON)).rejects.toMatchObject({
    code: "charging-refused",
    details: { because: "parent-on-hold" },
  });
});

test("who joins or leaves takes along what they use; without sharing only the own limit counts", async () => {
  await at(0).charge(60_00, ON);
  const late = await customer("Late", 500_00);
  await desk(business, late).charge(30_00, ON);
  await join(late);
  expect(await used()).toEqual([90_00]);
  await join(branches[0], null);
  expect(await used()).toEqual([30_00]);
  await share(false);
  await at(1).charge(400_00, ON);
  expect(await used()).toEqual([0]);
  await share(true);
  expect(await used()).toEqual([430_00]);
  await expect(at(2).charge(1, ON)).rejects.toMatchObject({ code: "over-shared-limit" });
});

test("nobody but the database writes what is used of a shared limit, or whose counts", async () => {
  for (const write of [
    sql`update books.shared_limits set net = 0`,
    sql`update books.accounts set limit_of = null`,
  ])
    await expect(business.change(({ tx }) => tx.execute(write))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
});
