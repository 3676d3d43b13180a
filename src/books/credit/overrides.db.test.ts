// An override from asking to the charge that uses it up: by two people, for one account, one amount, a while, and once.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk } from "../testing/desk.ts";
import { approveAs, asCarl, askAs } from "../testing/overrides.ts";
import { approveOverride, declineOverride } from "./overrides.ts";
import { listWaitingOverrides, readOverride, readOverrideOf, readOverridesOf } from "./override-list.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business: Business;
let greenleaf: Account;
const ON = "2026-06-30";

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await credited(business, "Greenleaf");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const credited = (whose: Business, name: string) =>
  whose.customer(name, { limitCents: cents(10_00), addressLines: ["1 Elm St"] }).write();

type Asked = Parameters<typeof askAs>[2];
const ask = (asked: Asked = {}) => askAs(business, greenleaf, asked);
const approve = (overrideId: string, how?: Parameters<typeof approveAs>[2]) =>
  approveAs(business, overrideId, how);
const decline = (overrideId: string) =>
  business.change((books) => declineOverride(books, { overrideId, note: "Pay first" }));
const read = (overrideId: string) => business.read((books) => readOverride(asCarl(books), overrideId));
const set = (what: string) =>
  business.change(({ tx }) =>
    tx.execute(sql`update books.accounts set ${sql.raw(what)} where id = ${greenleaf.accountId}::uuid`),
  );
const charge = (amount: number, override: string | null, job?: string) =>
  desk(business, greenleaf).charge(amount, ON, override, job);
const sell = (amount: number, overrideId: string) =>
  counter(business, greenleaf).sell(
    [line("Mulch", "1", formatAmount(cents(amount), "USD"), { taxable: false })],
    [paidBy("house-charge", amount)],
    { on: ON, overrideId },
  );
const approved = async (asked: Asked = {}) => {
  const { overrideId } = await ask(asked);
  await approve(overrideId);
  return overrideId;
};

test("from asking to the charge, each step with its name", async () => {
  await expect(charge(50_00, null)).rejects.toMatchObject({ code: "over-limit" });
  const { overrideId } = await ask();
  expect(await read(overrideId)).toMatchObject({
    state: "waiting",
    customerName: "Greenleaf",
    amountCents: 50_00,
    cause: "over-limit",
    reason: "Known for years",
    askedBy: "Carl",
    isOwn: true,
    answeredBy: null,
  });
  expect(await business.read(listWaitingOverrides)).toMatchObject([{ overrideId }]);
  await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "over-limit" });
  await approve(overrideId, { byMail: true });
  expect(await business.read(listWaitingOverrides)).toEqual([]);
  expect(await read(overrideId)).toMatchObject({ state: "approved", answeredBy: "Olive", byMail: true });
  const { eventId } = await charge(50_00, overrideId);
  expect(await read(overrideId)).toMatchObject({ state: "used", usedBy: eventId });
  expect(await business.read((books) => readOverrideOf(books, eventId))).toMatchObject({ overrideId });
  expect(await business.read((books) => readOverridesOf(books, greenleaf.accountId))).toHaveLength(1);
  await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "over-limit" });
});

test("approved by a person, within their own limit, and by no key", async () => {
  const { overrideId } = await ask();
  await expect(approve(overrideId, { who: "key:till" })).rejects.toMatchObject({
    code: "override-by-person",
  });
  const ownLimits = { refund: null, "write-off": null, override: cents(49_99) };
  const small = business.change((books) =>
    approveOverride({ ...books, subject: "user:olive", ownLimits }, { overrideId, minutes: 60 }),
  );
  await expect(small).rejects.toMatchObject({ code: "over-own-limit" });
  expect(await read(overrideId)).toMatchObject({ state: "waiting" });
});

test("whoever asked can't approve it; they can take it back", async () => {
  const { overrideId } = await ask();
  await expect(approve(overrideId, { who: "user:carl" })).rejects.toMatchObject({ code: "own-override" });
  await decline(overrideId);
  expect(await read(overrideId)).toMatchObject({ state: "declined", declinedNote: "Pay first" });
  await expect(approve(overrideId)).rejects.toMatchObject({ code: "override-answered" });
});

test.each([
  ["for more than was asked for", "amount + 1", "'user:olive'", "asked_by", "overrides_request"],
  ["approved by whoever asked", "amount", "asked_by", "asked_by", "overrides_two_people"],
  ["as if somebody else had asked", "amount", "'user:olive'", "'user:adam'", "overrides_request"],
])("the database makes none %s", async (_what, amount, by, asker, guard) => {
  const { overrideId } = await ask();
  const made = business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.overrides (id, request_id, account_id, amount, reason, requested_by, approved_by, expires_at)
      select id, id, account_id, ${sql.raw(amount)}, reason, ${sql.raw(asker)}, ${sql.raw(by)}, now() + interval '1 hour'
      from books.override_requests where id = ${overrideId}::uuid`),
  );
  await expect(made).rejects.toMatchObject({ cause: { constraint: guard } });
});

describe("what is refused", () => {
  test("a larger charge than was approved", async () => {
    const overrideId = await approved();
    await expect(charge(50_01, overrideId)).rejects.toMatchObject({ code: "over-limit" });
    await charge(49_00, overrideId);
  });

  test("another account's, another tenant's, and none at all", async () => {
    const neighbour = await credited(business, "Neighbour");
    const of = { neighbour: await approved({ account: neighbour }), nobody: randomUUID() };
    await expect(charge(50_00, of.neighbour)).rejects.toMatchObject({ code: "over-limit" });
    await expect(charge(50_00, of.nobody)).rejects.toMatchObject({ code: "over-limit" });
    const overrideId = await approved();
    const elsewhere = await freshBusiness();
    const theirs = await credited(elsewhere, "Greenleaf");
    await expect(desk(elsewhere, theirs).charge(50_00, ON, overrideId)).rejects.toMatchObject({
      code: "over-limit",
    });
    await expect(elsewhere.read((books) => readOverride(books, overrideId))).rejects.toMatchObject({
      code: "not-found",
    });
    await charge(50_00, overrideId);
  });

  test("one whose time is up", async () => {
    const { overrideId } = await ask();
    await business.change(({ tx }) =>
      tx.execute(sql`
        insert into books.overrides (id, request_id, account_id, amount, reason, requested_by, approved_by, expires_at)
        select id, id, account_id, amount, reason, asked_by, 'user:olive', clock_timestamp()
        from books.override_requests where id = ${overrideId}::uuid`),
    );
    expect(await read(overrideId)).toMatchObject({ state: "lapsed" });
    await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "over-limit" });
  });

  test.each(["status = 'closed'", "status = 'charge-off'", "charging_allowed = false"])(
    "once the account is %s, by the verb and by the database",
    async (closed) => {
      const overrideId = await approved();
      await set(closed);
      await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "charging-refused" });
      await expect(ask({ amount: 60_00 })).rejects.toMatchObject({ code: "override-never" });
    },
  );

  test("one for a charge that passes by itself", async () => {
    await expect(ask({ amount: 10_00 })).rejects.toMatchObject({ code: "override-not-needed" });
  });
});

test.each([
  ["hold", "status = 'hold'"],
  ["no-limit", "limit_cents = null"],
] as const)("an account that refuses for %s lets the approved charge through", async (cause, what) => {
  await set(what);
  await expect(charge(5_00, null)).rejects.toMatchObject({ code: "charging-refused" });
  const overrideId = await approved({ amount: 5_00 });
  expect(await read(overrideId)).toMatchObject({ cause });
  await charge(5_00, overrideId);
  await expect(charge(5_00, null)).rejects.toMatchObject({ code: "charging-refused" });
});

test("a job's own limit, too", async () => {
  await set("limit_cents = 100000");
  const { customerId } = greenleaf;
  const job = inputOf(NewJob, { customerId, name: "Oak Street", limitCents: cents(20_00) });
  const { jobId } = await business.change((books) => createJob(books, job, { members: [], mayLimit: true }));
  await expect(charge(50_00, null, jobId)).rejects.toMatchObject({ code: "over-job-limit" });
  const overrideId = await approved({ jobId });
  expect(await read(overrideId)).toMatchObject({ cause: "over-job-limit", jobId });
  await charge(50_00, overrideId, jobId);
});

test("approved for one job it passes no other, and not the account without one", async () => {
  await set("limit_cents = 100000");
  const jobOf = async (name: string) => {
    const job = inputOf(NewJob, { customerId: greenleaf.customerId, name, limitCents: cents(20_00) });
    const office = { members: [], mayLimit: true };
    return (await business.change((books) => createJob(books, job, office))).jobId;
  };
  const [oak, elm] = [await jobOf("Oak"), await jobOf("Elm")];
  const overrideId = await approved({ jobId: oak });
  await expect(charge(50_00, overrideId, elm)).rejects.toMatchObject({ code: "over-limit" });
  await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "over-limit" });
  await charge(50_00, overrideId, oak);
});

test("a hold that came after the approval stands", async () => {
  const overrideId = await approved();
  await set("status = 'hold'");
  await expect(charge(50_00, overrideId)).rejects.toMatchObject({ code: "over-limit" });
  await expect(sell(50_00, overrideId)).rejects.toMatchObject({ code: "override-of-another" });
  await set("status = 'good'");
  await charge(50_00, overrideId);
});

test("at the counter it isn't used up where the charge passes by itself", async () => {
  const overrideId = await approved();
  await set("limit_cents = 100000");
  await sell(50_00, overrideId);
  expect(await read(overrideId)).toMatchObject({ state: "approved" });
});

test("one for an invoice on terms lets no house charge pass", async () => {
  const overrideId = await approved({ what: "invoice" });
  await expect(sell(50_00, overrideId)).rejects.toMatchObject({ code: "override-of-another" });
});

test("used by two charges at once, it lets one through", async () => {
  const overrideId = await approved();
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => charge(50_00, overrideId)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("approved and declined at once, it is one of them", async () => {
  const { overrideId } = await ask();
  const all = await Promise.allSettled([
    approve(overrideId),
    decline(overrideId),
    approve(overrideId, { who: "user:adam" }),
  ]);
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("asked twice for the same, it is one question", async () => {
  const first = await ask();
  expect(await ask()).toEqual({ overrideId: first.overrideId, isNew: false });
  expect((await ask({ amount: 51_00 })).isNew).toBe(true);
});
