// Many at once: whatever order the database lets them run in, money is counted once and the books stay proven.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import type { Posting } from "@/domain/ledger/posting.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { numbersOf, payCheck, runSql } from "../testing/raw-sql.ts";
import { newIds } from "../new-ids.ts";
import { changeBooks, type Books } from "../open.ts";
import { reserveEvent } from "./event-header.ts";
import { post } from "./post.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let item: number;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  item = (await numbersOf(business, "select id as n from books.items"))[0] ?? 0;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const pay = (books: Books, amount: number, applied: "oldest-first" | { itemId: number; amount: number }[]) =>
  payCheck(books, greenleaf, { amount, applied });

const many = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)));
const done = <T>(results: PromiseSettledResult<T>[]) =>
  results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));

test("two payments on one invoice settle it once; the rest of the money stays open", async () => {
  const paid = done(await many(5, () => business.change((books) => pay(books, 60_00, "oldest-first"))));
  expect(paid.map((each) => each.creditCents).sort((a, b) => a - b)).toEqual([0, 20_00, 60_00, 60_00, 60_00]);
  expect(await numbersOf(business, "select open as n from books.items")).toEqual([0]);
});

test("two that both want all of it: one is told that it is gone", async () => {
  const all = [{ itemId: item, amount: 100_00 }];
  const results = await many(4, () => business.change((books) => pay(books, 100_00, all)));
  expect(done(results)).toHaveLength(1);
  const refused = results.flatMap((each) =>
    each.status === "rejected" ? [each.reason as { code: string }] : [],
  );
  // What is settled is no longer among the open items.
  expect(refused.map((each) => each.code)).toEqual(["not-found", "not-found", "not-found"]);
});

test("twenty equal commands are one event and twenty equal answers", async () => {
  const results = await many(20, () =>
    business.change((books) => pay(books, 10_00, "oldest-first"), "same-key-20"),
  );
  const answers = done(results).map((answer) => JSON.stringify(answer));
  expect(answers).toHaveLength(20);
  expect(new Set(answers).size).toBe(1);
  expect(await numbersOf(business, "select count(*)::int as n from books.events")).toEqual([2]);
});

test("the same key with other content, or for another procedure, is refused", async () => {
  const send = (procedure: string, input: unknown) =>
    changeBooks(business.asker, { key: "one-key-only", procedure, input }, async () => "done");
  expect(await send("a", { x: 1, y: [2] })).toBe("done");
  expect(await send("a", { y: [2], x: 1 })).toBe("done");
  await expect(send("a", { x: 2, y: [2] })).rejects.toMatchObject({ code: "key-reused" });
  await expect(send("b", { x: 1, y: [2] })).rejects.toMatchObject({ code: "key-reused" });
});

test("a command that failed did nothing, and may be sent again under its key", async () => {
  const failing = (books: Books) =>
    pay(books, 10_00, "oldest-first").then(() => Promise.reject(new Error("no")));
  await expect(business.change(failing, "second-time")).rejects.toThrow("no");
  expect(await numbersOf(business, "select count(*)::int as n from books.events")).toEqual([1]);
  expect(await business.change((books) => pay(books, 10_00, "oldest-first"), "second-time")).toBeTruthy();
});

test("forty postings on eight accounts: every number once, every document numbered without a gap", async () => {
  const accounts = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      business.customer(`Customer ${n}`).invoice("500.00", "2026-02-01").write(),
    ),
  );
  const results = await many(40, async (n) => {
    const account = accounts[n % 8] ?? greenleaf;
    if (n % 5 === 0) return business.account(account).invoice("1.00", "2030-01-01").write();
    if (n % 2 === 0) return business.account(account).invoice(`${n}.00`, "2026-03-01").write();
    return business.account(account).paid(`${n}.00`, "2026-03-02").write();
  });
  expect(done(results)).toHaveLength(32);
  const [events] = await numbersOf(business, "select count(distinct number)::int as n from books.events");
  expect(events).toBe(1 + 8 + 32);
});

test("postings over several accounts in any order don't lock each other out", async () => {
  const other = await business.customer("Neighbour").write();
  const both = [greenleaf.accountId, other.accountId];
  const results = await many(12, (n) =>
    business.change(async (books) => {
      const order = n % 2 === 0 ? both : both.toReversed();
      const postings = [];
      for (const accountId of order) postings.push(await invoiceOf(books, accountId));
      await post(books, postings);
      await keep(books, postings);
    }),
  );
  expect(done(results)).toHaveLength(12);
});

test("closing a month waits for what is being posted into it, and what comes after is refused", async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const late = await business.change((books) => invoiceOf(books, greenleaf.accountId, "2026-02-11"));
  const paid = await business.change(async (books) => {
    const answer = await pay(books, 10_00, "oldest-first");
    closed = runSql(business, "update books.periods set status = 'closed' where month = '2026-02-01'");
    const first = await Promise.race([closed, new Promise((later) => setTimeout(later, 150, "waiting"))]);
    expect(first).toBe("waiting");
    return answer;
  });
  await closed;
  expect(paid.eventId).toBeGreaterThan(0);
  await expect(business.change((books) => post(books, [late]))).rejects.toMatchObject({
    code: "period-closed",
  });
});

async function invoiceOf(books: Books, accountId: string, on = "2026-03-01"): Promise<Posting> {
  const [place, [invoiceId = ""]] = [
    await reserveEvent(books, { accountId, on: day(on), memo: "noted" }),
    await newIds(books, 1),
  ];
  return postInvoice(place, { invoiceId, dueOn: day("2026-03-31"), subtotalCents: cents(7), taxCents: ZERO });
}

/** The documents that the checks ask for. */
async function keep({ tx }: Books, postings: readonly Posting[]): Promise<void> {
  for (const { documentId, accountId, number } of postings) {
    await tx.execute(sql`
      with invoice as (
        insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, event_number)
        values (${documentId}, ${accountId}, 'USD', 'hand', ${`X-${number}`}, '2026-03-01', '2026-03-31', 7, 7, ${number})
        returning id)
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      select id, 1, 'Seven', 0.07, 7, '4000' from invoice`);
  }
}
