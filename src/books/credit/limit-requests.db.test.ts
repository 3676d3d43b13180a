// More credit than one person may give: it waits, counts for nothing meanwhile, and somebody else approves it, while the
// terms stand as they stood.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { BulkChange } from "@/domain/credit/bulk-terms.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { changeHolds, readSettings } from "../business/settings.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import type { Books } from "../open.ts";
import { changeMany } from "./bulk-changes.ts";
import { readChosen } from "./chosen-accounts.ts";
import { readCreditAccount } from "./credit-account.ts";
import { changeCredit } from "./credit-changes.ts";
import { approveLimit, declineLimit, listLimitRequests, withdrawLimit } from "./limit-requests.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
const ANN = { subject: "user:ann", userName: "Ann" };
const BOB = { subject: "user:bob", userName: "Bob" };

beforeEach(async () => {
  business = await freshBusiness({ today: day("2026-06-30") });
  await business.change(({ tx }) => tx.execute(sql`update books.settings set approve_above = 100000`));
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** In the name of somebody. */
const as = <Result>(who: typeof ANN, work: (books: Books) => Promise<Result>) =>
  business.change((books) => work({ ...books, ...who }));
const credit = (account = greenleaf) =>
  business.read((books) => readCreditAccount(books, account.customerId));
const upTo = (amount: number): DecidedTerms["limit"] => ({ kind: "limit", limitCents: cents(amount) });
async function ask(amount: number, who = ANN): Promise<string> {
  const { decided: seen } = await credit();
  const change = { accountId: greenleaf.accountId, terms: { ...seen, limit: upTo(amount) }, seen };
  const { requestId } = await as(who, (books) => changeCredit(books, { ...change, reason: "Spring order" }));
  return requestId ?? "";
}
const approve = (who: typeof ANN, requestId: string) =>
  as(who, (books) => approveLimit(books, { requestId }));
const waiting = () => business.read((books) => listLimitRequests(books));

test("up to the amount one person decides; above it nothing counts until another one approves", async () => {
  expect(await ask(1_000_00)).toBe("");
  expect((await credit()).decided.limit).toEqual(upTo(1_000_00));
  const requestId = await ask(1_000_01);
  expect((await credit()).decided.limit).toEqual(upTo(1_000_00));
  await expect(desk(business, greenleaf).charge(1_000_01, "2026-06-30")).rejects.toMatchObject({
    code: "over-limit",
  });
  expect(await waiting()).toMatchObject([
    { requestId, name: "Greenleaf", by: "Ann", reason: "Spring order", isStale: false },
  ]);
  await expect(approve(ANN, requestId)).rejects.toMatchObject({ code: "own-limit-request" });
  await approve(BOB, requestId);
  await desk(business, greenleaf).charge(1_000_01, "2026-06-30");
  expect((await credit()).changes[0]).toMatchObject({ by: "Ann", approvedBy: "Bob", reason: "Spring order" });
  expect(await waiting()).toEqual([]);
});

test("a namesake may approve, and the history tells them apart", async () => {
  await approve({ subject: "user:other", userName: "Ann" }, await ask(2_000_00));
  expect((await credit()).changes[0]).toMatchObject({ by: "Ann", approvedBy: "Ann (a namesake)" });
});

test("terms that changed meanwhile are told, and nothing is approved over them", async () => {
  const requestId = await ask(2_000_00);
  await ask(700_00, BOB);
  expect(await waiting()).toMatchObject([{ isStale: true }]);
  await expect(approve(BOB, requestId)).rejects.toMatchObject({
    code: "changed-meanwhile",
    details: { terms: { limit: upTo(700_00) } },
  });
  await as(BOB, (books) => declineLimit(books, { requestId, answer: "Ask again" }));
  expect((await credit()).decided.limit).toEqual(upTo(700_00));
});

test("one waits at a time; answered is answered; who asked withdraws and doesn't decline", async () => {
  const requestId = await ask(2_000_00);
  await expect(ask(3_000_00, BOB)).rejects.toMatchObject({ code: "limit-asked-before" });
  await expect(as(ANN, (books) => declineLimit(books, { requestId, answer: "no" }))).rejects.toMatchObject({
    code: "own-limit-request",
  });
  await as(ANN, (books) => withdrawLimit(books, { requestId }));
  await expect(approve(BOB, requestId)).rejects.toMatchObject({ code: "answered-before" });
  await expect(approve(BOB, crypto.randomUUID())).rejects.toMatchObject({ code: "not-found" });
});

test("what two gave for a while isn't kept, lengthened or given again by one", async () => {
  const raised = async (until: string, limitCents = 2_000_00, who = ANN) => {
    const { decided: seen } = await credit();
    const temporary = { limitCents: cents(limitCents), until: day(until) };
    const change = { accountId: greenleaf.accountId, terms: { ...seen, temporary }, seen };
    return (await as(who, (books) => changeCredit(books, { ...change, reason: "Spring" }))).requestId;
  };
  await approve(BOB, (await raised("2026-07-31")) ?? "");
  const longer = (await raised("2099-12-31")) ?? "";
  expect(longer).not.toBe("");
  await as(ANN, (books) => withdrawLimit(books, { requestId: longer }));
  const forGood = await ask(2_000_00);
  expect(forGood).not.toBe("");
  await as(ANN, (books) => withdrawLimit(books, { requestId: forGood }));
  expect(await raised("2026-07-30", 1_500_00)).toBeNull();
  const write = business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.limit_changes (account_id, before, after, reason, requested_by)
      select account_id, after, jsonb_set(after::jsonb, '{temporary,until}', '"2099-12-31"')::text, 'x', 'Ann'
      from books.limit_changes order by recorded_at desc limit 1`),
  );
  await expect(write).rejects.toMatchObject({ code: "limit-needs-approval" });
});

test("a new customer isn't opened with more than one person may give", async () => {
  await expect(business.customer("Rich", { limitCents: cents(1_000_01) }).write()).rejects.toMatchObject({
    code: "limit-needs-approval",
  });
});

test("only an owner raises or removes the amount, anybody who may change settings lowers it", async () => {
  const amount = async (approveAboveCents: number | null, mayLoosen: boolean) => {
    const { version } = await business.read(readSettings);
    const policy = { holdAfterDays: null, holdOverCents: null, invoicePolicy: "warn" } as const;
    const above = approveAboveCents === null ? null : cents(approveAboveCents);
    return business.change((books) =>
      changeHolds(books, { version, ...policy, approveAboveCents: above }, { mayLoosen }),
    );
  };
  for (const looser of [null, 1_000_01])
    await expect(amount(looser, false)).rejects.toMatchObject({ code: "owner-loosens" });
  await amount(900_00, false);
  await amount(null, true);
  await amount(1_000_00, false);
});

test("two approve at once: one of them is told, and it is changed once", async () => {
  const requestId = await ask(2_000_00);
  const outcomes = await Promise.allSettled([
    approve(BOB, requestId),
    approve({ subject: "user:cy", userName: "Cy" }, requestId),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await credit()).changes).toHaveLength(1);
});

test("a program asks for nothing that takes a second person, and the database lets nobody past it", async () => {
  await expect(ask(2_000_00, { subject: "key:till", userName: "Till" })).rejects.toMatchObject({
    code: "limit-needs-approval",
  });
  const write = business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.limit_changes (account_id, before, after, reason, requested_by)
      values (${greenleaf.accountId}::uuid, '{}', '{"limit":{"kind":"unlimited"}}', 'x', 'Ann')`),
  );
  await expect(write).rejects.toMatchObject({ code: "limit-needs-approval" });
});

describe("of many", () => {
  const change = async (what: BulkChange, customers: Account[], who = ANN) => {
    const ids = customers.map(({ customerId }) => customerId);
    const chosen = await business.read((books) => readChosen(books, ids));
    const accounts = chosen.map(({ accountId, decided }) => ({ accountId, seen: decided }));
    return as(who, (books) => changeMany(books, { accounts, change: what, reason: "A good year" }));
  };
  let other: Account;
  beforeEach(async () => {
    other = await business
      .customer("Alder", { limitCents: cents(900_00), addressLines: ["2 Elm St"] })
      .write();
  });

  test("each gets its own, what takes a second person waits, and the history of each says why", async () => {
    const { changed, requests } = await change({ kind: "percent", percent: 20 }, [greenleaf, other]);
    expect([changed, requests.length]).toEqual([1, 1]);
    expect((await credit()).changes).toMatchObject([
      { after: { limit: upTo(600_00) }, reason: "A good year" },
    ]);
    expect((await credit(other)).decided.limit).toEqual(upTo(900_00));
    expect(await waiting()).toMatchObject([{ name: "Alder", after: { limit: upTo(1_080_00) } }]);
  });

  test("where one isn't as it was seen, none is changed; where nothing changes, it is said", async () => {
    const seen = await business.read((books) => readChosen(books, [greenleaf.customerId, other.customerId]));
    await ask(10_00);
    const accounts = seen.map(({ accountId, decided }) => ({ accountId, seen: decided }));
    const hold = { accounts, change: { kind: "hold" } as const, reason: "for all" };
    await expect(as(ANN, (books) => changeMany(books, hold))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await credit(other)).decided.status).toBe("good");
    await expect(change({ kind: "release" }, [greenleaf, other])).rejects.toMatchObject({
      code: "nothing-changed",
    });
  });
});
