// The writer of events under attack: whatever is asked of it, by verbs or past them, the books stay proven.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import type { Posting } from "@/domain/ledger/posting.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { numbersOf, payCheck, runSql } from "../testing/raw-sql.ts";
import { takeEventNumbers, type Books } from "../open.ts";
import { post } from "./post.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let item: number;

beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-15" });
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  item = (await numbersOf(business, "select id as n from books.items"))[0] ?? 0;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const pay = (books: Books, amount: number, applied: "oldest-first" | { itemId: number; amount: number }[]) =>
  payCheck(books, greenleaf, { amount, applied });

type Changed = {
  receivedOn?: Day;
  period?: Day;
  amountCents?: Cents;
  applied?: { itemId: number; amountCents: Cents }[];
};

/** A payment as `post` takes it, past the verb that would have refused. */
async function paymentOf(books: Books, changed: Changed = {}): Promise<Posting> {
  const [number = 0] = await takeEventNumbers(books, 1);
  const effectiveOn = changed.receivedOn ?? day("2026-02-10");
  const period = changed.period ?? day(`${effectiveOn.slice(0, 7)}-01`);
  const { amountCents = cents(500_00), applied = [] } = changed;
  const place = { number, accountId: greenleaf.accountId, effectiveOn, period, memo: "" };
  return postPayment(place, {
    paymentId: "00000000-0000-7000-8000-000000000000",
    amountCents,
    label: "Check",
    applied,
  });
}
const posting = (changed?: Changed) =>
  business.change(async (books) => post(books, [await paymentOf(books, changed)]));

describe("what is refused", () => {
  test("more of an invoice than is open, by the verb and by the database", async () => {
    const more = [{ itemId: item, amount: 100_01 }];
    await expect(business.change((books) => pay(books, 200_00, more))).rejects.toMatchObject({
      code: "more-than-open",
    });
    const applied = [{ itemId: item, amountCents: cents(100_01) }];
    await expect(posting({ applied })).rejects.toMatchObject({ code: "more-than-open" });
  });

  test("more in all than was paid; an invoice twice; an item that isn't there or is another's", async () => {
    const all = [{ itemId: item, amount: 60_00 }];
    await expect(business.change((books) => pay(books, 50_00, all))).rejects.toMatchObject({
      code: "more-than-paid",
    });
    await expect(business.change((books) => pay(books, 90_00, [...all, ...all]))).rejects.toThrow(
      "Each invoice once",
    );
    const other = await business.customer("Neighbour").invoice("10.00", "2026-02-01").write();
    const [theirs = 0] = await numbersOf(
      business,
      `select id as n from books.items where account_id = '${other.accountId}'`,
    );
    for (const itemId of [theirs, 999_999]) {
      const applied = [{ itemId, amount: 5_00 }];
      await expect(business.change((books) => pay(books, 50_00, applied))).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(posting({ applied: [{ itemId, amountCents: cents(5_00) }] })).rejects.toThrow();
    }
  });

  test("settling an invoice before the day it was issued, by the verb and by the database", async () => {
    await business.account(greenleaf).invoice("80.00", "2026-02-20").write();
    const [later = 0] = await numbersOf(business, "select max(id) as n from books.items");
    const applied = [{ itemId: later, amount: 80_00 }];
    await expect(business.change((books) => pay(books, 80_00, applied))).rejects.toMatchObject({
      code: "not-issued-yet",
    });
    await expect(posting({ applied: [{ itemId: later, amountCents: cents(80_00) }] })).rejects.toMatchObject({
      code: "out-of-turn",
    });
    // Oldest first leaves it alone: the rest of the money stays open.
    const paid = await business.change((books) => pay(books, 150_00, "oldest-first"));
    expect(paid).toMatchObject({ applied: [{ itemId: item, amountCents: 100_00 }], creditCents: 50_00 });
  });

  test("a journal that doesn't balance, or says something else than the account's figures", async () => {
    const crooked = (journal: Posting["journal"]) =>
      business.change(async (books) => post(books, [{ ...(await paymentOf(books)), journal }]));
    await expect(crooked([{ role: "receivable", amountCents: cents(1) }])).rejects.toMatchObject({
      cause: { code: "OA004" },
    });
  });

  test("days in the future, before the books start, and in a closed month", async () => {
    const invoice = (issuedOn: string) => business.account(greenleaf).invoice("10.00", issuedOn).write();
    await expect(invoice("2026-07-01")).rejects.toMatchObject({ code: "date-in-future" });
    await expect(invoice("2026-01-14")).rejects.toMatchObject({ code: "before-start" });
    await expect(invoice("2025-12-31")).rejects.toMatchObject({ code: "before-start" });
    await runSql(business, "update books.periods set status = 'closed' where month <= '2026-02-01'");
    await expect(posting()).rejects.toMatchObject({ code: "period-closed" });
    // The verb dates it in the closed month and posts it in the next open one.
    await invoice("2026-02-11");
    const posted = await business.read(({ tx }) =>
      tx.execute(sql`select effective_on, period from books.events order by number desc limit 1`),
    );
    expect(posted).toEqual([{ effective_on: "2026-02-11", period: "2026-03-01" }]);
    await runSql(business, "update books.periods set status = 'closed'");
    await expect(invoice("2026-02-12")).rejects.toMatchObject({ code: "period-closed" });
  });

  test("a number that is taken", async () => {
    const again = () => business.account(greenleaf).invoice("1.00", "2026-02-01", { number: "A-1" }).write();
    await again();
    await expect(again()).rejects.toMatchObject({ code: "number-taken" });
  });

  test("more than one document may carry", async () => {
    const line = { description: "A lot", totalCents: cents(9_999_999_999_999) };
    const invoice = { accountId: greenleaf.accountId, issuedOn: day("2026-02-01"), lines: [line, line] };
    await expect(
      business.change((books) => recordInvoice(books, inputOf(NewInvoice, invoice))),
    ).rejects.toMatchObject({
      code: "amount-too-large",
    });
  });
});

describe("what the app may write past the verbs", () => {
  const event = (seq: number, prev: number, amount: number) => `
    insert into books.events (number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at,
      amount, open_items, open_credit, retained, prev_balance, balance_after, actor, hash)
    values (900001, '${greenleaf.accountId}', 'USD', ${seq}, nullif(${seq - 1}, 0), 'adjustment-up', '2026-02-01',
      '2026-02-01', now(), ${amount}, ${amount}, 0, 0, ${prev}, ${prev + amount}, 'system', 'x')`;

  test.each([
    ["a fork: a second event after the same one", () => event(1, 0, 5), "events_seq"],
    ["a gap in the chain", () => event(3, 100_00, 5), "events_chain"],
    ["a stale head: a balance that isn't the one before", () => event(2, 99_00, 5), "events_chain"],
  ])("%s is refused", async (_what, statement, constraint) => {
    await expect(runSql(business, statement())).rejects.toMatchObject({ cause: { constraint: constraint } });
  });

  test("an event that its account doesn't follow, and an account that moves without an event", async () => {
    await expect(runSql(business, event(2, 100_00, 5))).rejects.toMatchObject({ cause: { code: "OA006" } });
    const moved = runSql(business, "update books.accounts set net = net + 5, open_items = open_items + 5");
    await expect(moved).rejects.toMatchObject({ cause: { code: "OA006" } });
  });

  test("a head that no event of the account is, or is with another balance", async () => {
    const ahead = runSql(business, "update books.accounts set last_seq = 99");
    await expect(ahead).rejects.toMatchObject({ constraint: "accounts_head" });
  });

  test.each([
    ["use without an allocation", "update books.items set applied = applied + 5", "OA005"],
    ["more earmarked than is open", "update books.accounts set earmarked = 1", "more-than-credit"],
    [
      "net that isn't items less credit",
      "update books.accounts set open_items = open_items + 5",
      "accounts_net",
    ],
  ])("%s is refused", async (_what, statement, why) => {
    const error: unknown = await runSql(business, statement).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error, ["code", "cause", "constraint"])).toContain(why);
  });

  test.each([
    "events",
    "allocations",
    "journal_lines",
    "retainage",
    "audit_entries",
    "payments",
    "statements",
  ])("%s are facts: no update, no delete, no truncate", async (table) => {
    for (const statement of [
      `update books.${table} set org_id = org_id`,
      `delete from books.${table}`,
      `truncate books.${table}`,
    ])
      await expect(runSql(business, statement)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
