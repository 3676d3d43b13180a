// One event, opened: everything it did, everything done to it since, and the proof that nobody changed it.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { readEvent } from "./events.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { returnPayment } from "./returned-payments.ts";
import { reverseEvent } from "./reversals.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
const event = (eventId: number) => business.read((books) => readEvent(books, eventId));

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { number: "C-42" })
    .invoice("100.00", "2026-01-31", { number: "A-1", memo: "Gate code 12" })
    .invoice("40.00", "2026-03-01", { number: "A-2" })
    .paid("120.00", "2026-03-10", { reference: "4471" })
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken.map(({ id }) => id)).toEqual([]);
});
afterAll(closePool);

const numbers = async () => {
  const [first, second, paid] = await business.read(async ({ tx }) =>
    (await tx.execute<{ number: number }>(sql`select number from books.events order by seq`)).map(
      (row) => row.number,
    ),
  );
  if (!first || !second || !paid) throw new Error("three events");
  return { first, second, paid };
};

test("an invoice: its debt as it stands now, its journal, and the payment that settled it", async () => {
  const { first, paid } = await numbers();
  const payment = { eventId: paid, name: "Check 4471" };
  expect(await event(first)).toMatchObject({
    eventId: first,
    name: "Invoice A-1",
    kind: "invoice",
    customer: { customerId: greenleaf.customerId, number: "C-42", name: "Greenleaf" },
    document: { kind: "invoice", number: "A-1" },
    effectiveOn: "2026-01-31",
    period: "2026-01-01",
    subject: "system",
    memo: "Gate code 12",
    amountCents: 100_00,
    balanceBeforeCents: 0,
    balanceAfterCents: 100_00,
    made: {
      side: "item",
      amountCents: 100_00,
      appliedCents: 100_00,
      reducedCents: 0,
      openCents: 0,
      dueOn: "2026-03-02",
    },
    uses: [],
    since: [{ kind: "applied", by: payment, credit: payment, amountCents: 100_00, on: "2026-03-10" }],
    journal: [
      { code: "1200", account: "Accounts receivable", amountCents: 100_00 },
      { code: "4000", account: "Sales", amountCents: -100_00 },
    ],
    reverses: null,
    reversedBy: null,
    chain: { place: 1, before: null, sealBefore: null, holds: true },
  });
});

test("a payment: what it settled, oldest first, and its place between the others", async () => {
  const { first, second, paid } = await numbers();
  const read = await event(paid);
  expect(read.uses.map(({ item, amountCents }) => [item, amountCents])).toEqual([
    [{ eventId: first, name: "Invoice A-1" }, 100_00],
    [{ eventId: second, name: "Invoice A-2" }, 20_00],
  ]);
  expect(read).toMatchObject({
    document: { kind: "payment", number: "P-00001" },
    made: { side: "credit", amountCents: 120_00, appliedCents: 120_00, openCents: 0, dueOn: null },
    balanceBeforeCents: 140_00,
    balanceAfterCents: 20_00,
    chain: {
      place: 3,
      before: second,
      after: null,
      holds: true,
      sealBefore: (await event(second)).chain.seal,
    },
  });
  expect(read.journal.reduce((all, line) => all + line.amountCents, 0)).toBe(0);
});

test("a reversal and what it reversed name each other; a bounce is shown with its fee", async () => {
  const { second, paid } = await numbers();
  const returned = await business.change((books) =>
    returnPayment(books, {
      eventId: paid,
      returnedOn: day("2026-03-20"),
      feeCents: cents(25_00),
      reason: "",
    }),
  );
  const bounced = await event(returned.eventId);
  expect(bounced).toMatchObject({
    kind: "returned-payment",
    amountCents: 120_00,
    reverses: { eventId: paid },
  });
  expect(bounced.together).toEqual([{ eventId: returned.feeEventId, name: "Returned-payment fee" }]);
  expect((await event(paid)).reversedBy).toEqual({ eventId: returned.eventId, name: "Returned: Check 4471" });
  const back = await business.change((books) =>
    reverseEvent(books, { eventId: second, on: day("2026-03-21"), reason: "Entered twice" }),
  );
  expect(await event(back.eventId)).toMatchObject({
    reverses: { name: "Invoice A-2" },
    memo: "Entered twice",
  });
});

test("an Event ID that isn't there, or is another business's, is not found", async () => {
  await expect(event(999_999)).rejects.toMatchObject({ code: "not-found" });
  const stranger = await freshBusiness();
  const { paid } = await numbers();
  await expect(stranger.read((books) => readEvent(books, paid))).rejects.toMatchObject({ code: "not-found" });
});

test("an event that was changed behind every guard's back doesn't verify", async () => {
  const { first } = await numbers();
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  const say = (memo: string) =>
    owner.begin(async (tx) => {
      await tx.unsafe("set local role onaccount_owner; alter table books.events disable trigger user");
      await tx`update books.events set memo = ${memo} where number = ${first} and account_id = ${greenleaf.accountId}`;
      await tx.unsafe("alter table books.events enable trigger user");
    });
  await say("Gate code 13");
  expect((await event(first)).chain.holds).toBe(false);
  await say("Gate code 12");
  expect((await event(first)).chain.holds).toBe(true);
  await owner.end();
});
