// A crowd: sixty-four connections that all want the same thing. The limit holds to the cent, nothing is settled
// twice, numbers have no gap, a command under one key is one, and a deadlock is tried again.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, pool, type Pool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewCapture } from "@/domain/receipts/credit-decision.ts";
import { Refusal } from "@/domain/refusal.ts";
import { needed } from "@/env.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { retries } from "../open.ts";
import { captureReservation, releaseReservation } from "../receipts/reservations.ts";
import { reserve } from "../testing/reserving.ts";
import { desk, figuresOf, verbsOf, type Desk } from "../testing/desk.ts";

const CONNECTIONS = 64;
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
const ON = "2026-06-30";

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
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(100_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** All at once; how many were done, and why the others were not. */
async function crowd(count: number, work: (n: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)));
  const reasons = results.flatMap((each) =>
    each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
  );
  return { done: results.length - reasons.length, reasons: new Set(reasons) };
}

test("there are as many connections as that", async () => {
  const pids = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      pool().query<{ pid: number }>("select pg_backend_pid() as pid, pg_sleep(0.3)"),
    ),
  );
  expect(new Set(pids.map(({ rows }) => rows[0]?.pid)).size).toBe(CONNECTIONS);
});

test("five hundred charges of 1.00 against 100.00: exactly a hundred pass", async () => {
  expect(await crowd(500, () => at.charge(1_00, ON))).toEqual({
    done: 100,
    reasons: new Set(["over-limit"]),
  });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 100_00 });
});

async function askOrRefuse(): Promise<void> {
  const { approved } = await reserve(business, greenleaf, 1_00);
  if (!approved) throw new Refusal("over-limit");
}

test("five hundred decisions of 1.00 against 100.00: exactly a hundred are a yes, and are captured once each", async () => {
  const answers = await Promise.all(Array.from({ length: 500 }, () => reserve(business, greenleaf, 1_00)));
  const yes = answers.filter((each) => each.approved);
  expect(yes.length).toBe(100);
  expect(new Set(answers.map((each) => each.because))).toEqual(new Set([null, "over-limit"]));
  // Each is captured twice at once, or released and captured; and others ask for what comes free.
  const once = await crowd(260, (n) => {
    const decisionId = yes[n % 100]?.decisionId ?? "";
    if (n < 100 && n % 4 === 0) return business.change((books) => releaseReservation(books, { decisionId }));
    if (n < 200)
      return business.change((books) => captureReservation(books, inputOf(NewCapture, { decisionId })));
    return askOrRefuse();
  });
  expect(once.reasons).toEqual(new Set(["over-limit", "captured-before", "reservation-ended"]));
  const [row] = await business.read(({ tx }) =>
    tx.execute<{ owed: number; reserved: number; captured: number; released: number }>(sql`
      select a.open_items as owed, a.reserved,
        (select count(*)::int from books.reservations where ended_as = 'captured') as captured,
        (select count(*)::int from books.reservations where ended_as = 'released') as released
      from books.accounts a where a.id = ${greenleaf.accountId}::uuid`),
  );
  expect(row).toMatchObject({ owed: (row?.captured ?? 0) * 1_00 });
  expect((row?.captured ?? 0) + (row?.released ?? 0)).toBe(100);
  // Whoever came for what was released got it, and nobody more.
  expect(row?.reserved).toBe((once.done - 100) * 1_00);
  expect((row?.owed ?? 0) + (row?.reserved ?? 0)).toBeLessThanOrEqual(100_00);
});

test("fifty charges of 30 % of the limit: exactly three pass", async () => {
  expect(await crowd(50, () => at.charge(30_00, ON))).toEqual({ done: 3, reasons: new Set(["over-limit"]) });
});

test("charges, payments and a lower limit together: never above what it was when each was let through", async () => {
  const lower = () =>
    business.change(({ tx }) =>
      tx.execute(sql`update books.accounts set limit_cents = 5000 where id = ${greenleaf.accountId}::uuid`),
    );
  const outcome = await crowd(201, (n) =>
    n === 100 ? lower() : n % 4 === 0 ? at.pay(1_00, ON, "oldest-first") : at.charge(2_00, ON),
  );
  expect(outcome.reasons).toEqual(new Set(["over-limit"]));
  // 50 payments pass whatever else; what is owed less what is free never was above 100.00.
  const worst = await business.read(({ tx }) =>
    tx.execute<{ worst: number }>(sql`select max(balance_after) as worst from books.events`),
  );
  expect(worst[0]?.worst).toBeLessThanOrEqual(100_00);
});

test("sixty payments that each want all of one invoice: one has it", async () => {
  const { eventId } = await at.invoice(80_00, "2026-06-01");
  const { done } = await crowd(60, () => at.pay(80_00, ON, [[eventId, 80_00]]));
  expect(done).toBe(1);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 0 });
});

test("one credit, forty invoices, forty applications of all of it: one has it", async () => {
  const { eventId: paid } = await at.pay(10_00, "2026-06-01");
  const items: number[] = [];
  for (let n = 0; n < 40; n++) items.push((await at.invoice(10_00, "2026-06-02")).eventId);
  const { done } = await crowd(40, (n) => at.apply(paid, items[n] ?? 0, { amount: 10_00, on: ON }));
  expect(done).toBe(1);
});

test("a refund, a reversal and an application of the same credit: one of the three", async () => {
  const { eventId: paid } = await at.pay(10_00, "2026-06-01");
  const { eventId: item } = await at.invoice(10_00, "2026-06-02");
  const wants = [
    () => at.refund(10_00, ON),
    () => at.bounce(paid, ON),
    () => at.apply(paid, item, { amount: 10_00, on: ON }),
  ];
  const { done } = await crowd(30, (n) => (wants[n % 3] ?? wants[0])?.() as Promise<unknown>);
  // What was applied may still come back from the bank; that is one more.
  expect(done).toBeGreaterThanOrEqual(1);
  expect(done).toBeLessThanOrEqual(2);
});

test("thirty-two writers, some of whom fail: numbers without a gap", async () => {
  const desks = await Promise.all(
    Array.from({ length: 8 }, async (_, n) =>
      desk(business, await business.customer(`Customer ${n}`).write()),
    ),
  );
  const refused: unknown[] = [];
  await Promise.all(
    Array.from({ length: 32 }, async (_, writer) => {
      for (let n = 4 * writer; n < 4 * writer + 4; n++) {
        const own = desks[(writer + n) % 8] ?? at;
        if (n % 8 === 7)
          await own.invoice(1_00, "2030-01-01").catch((why: { code: string }) => refused.push(why.code));
        else await (n % 2 === 0 ? own.invoice(1_00, ON) : own.pay(1_00, ON));
      }
    }),
  );
  expect(refused).toEqual(Array.from({ length: 16 }, () => "date-in-future"));
  const numbers = await business.read(({ tx }) =>
    tx.execute<{ number: string }>(sql`select number from books.invoices order by number`),
  );
  expect(numbers.map((row) => row.number)).toEqual(
    Array.from({ length: 64 }, (_, n) => `INV-${String(n + 1).padStart(5, "0")}`),
  );
});

test("twenty equal commands: one event, twenty equal answers", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      business.change((books) => verbsOf(books, greenleaf.accountId).pay(5_00, ON), "one-key-for-all"),
    ),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ credit: 5_00 });
});

test("a deadlock is tried again, and counted", async () => {
  const other = await business.customer("Neighbour").write();
  const before = retries.count;
  let met = 0;
  let meet: () => void = () => {};
  const both = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const lock = async (first: Account, second: Account) =>
    business.change(async ({ tx }) => {
      await tx.execute(sql`select from books.accounts where id = ${first.accountId}::uuid for no key update`);
      if (++met >= 2) meet();
      await both;
      await tx.execute(
        sql`select from books.accounts where id = ${second.accountId}::uuid for no key update`,
      );
    });
  await Promise.all([lock(greenleaf, other), lock(other, greenleaf)]);
  expect(retries.count).toBeGreaterThan(before);
});
