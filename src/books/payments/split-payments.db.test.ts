// One check of a parent for several of its family: each account balances with its own part, nothing is lost between them,
// and the check is given back, or reversed, whole.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents, sum } from "@/domain/values/money.ts";
import { readEventState } from "../corrections/event-state.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { chooseParent } from "../customers/families.ts";
import { postReversal } from "@/domain/corrections/reversal.ts";
import { addEarmark } from "../ledger/earmarks.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { readHistory } from "../receivables/history-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf } from "../testing/desk.ts";
import { readPayment } from "./payment-page.ts";
import { recordSplitPayment } from "./split-payments.ts";

const ON = "2026-03-01";
const BACK = day("2026-03-09");
let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let north: Account;
let south: Account;
let debts: Record<"head" | "north" | "south", number>;

beforeEach(async () => {
  business = await freshBusiness();
  head = await business.customer("Head Office").write();
  north = await business.customer("North").write();
  south = await business.customer("South").write();
  for (const { customerId } of [north, south])
    await business.change((books) =>
      chooseParent(books, { customerId, parentId: head.customerId }, { mayLimit: true }),
    );
  debts = {
    head: (await desk(business, head).invoice(10_00, "2026-01-10")).eventId,
    north: (await desk(business, north).invoice(100_00, "2026-01-05")).eventId,
    south: (await desk(business, south).invoice(40_00, "2026-02-05")).eventId,
  };
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type Uses = readonly (readonly [itemId: number, amount: number])[];
const pay = (amount: number, uses: Uses | "oldest-first", key?: string) =>
  business.change(
    (books) =>
      recordSplitPayment(
        books,
        inputOf(NewPayment, {
          accountId: head.accountId,
          amountCents: cents(amount),
          receivedOn: day(ON),
          method: "check",
          reference: "4471",
          applied:
            uses === "oldest-first"
              ? uses
              : uses.map(([itemId, amountCents]) => ({ itemId, amountCents: cents(amountCents) })),
        }),
      ),
    key,
  );
const standing = async () => {
  const all = await Promise.all([head, north, south].map((each) => figuresOf(business, each)));
  return all.map((each) => [each?.items, each?.credit]);
};
const typesOf = async ({ accountId }: Account) => {
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  const { lines } = await business.read((books) => readHistory(books, moment, { accountId }));
  return lines.map(({ type }) => type);
};

test("each has its part on its own account, what is left over is the parent’s, and the check adds up", async () => {
  const paid = await pay(150_00, [
    [debts.north, 100_00],
    [debts.south, 15_00],
    [debts.head, 10_00],
  ]);
  expect(paid.parts.map(({ customerId, amountCents }) => [customerId, amountCents])).toEqual([
    [head.customerId, 35_00],
    [north.customerId, 100_00],
    [south.customerId, 15_00],
  ]);
  expect(sum(paid.parts.map((part) => part.amountCents))).toBe(150_00);
  expect(paid.creditCents).toBe(25_00);
  expect(await standing()).toEqual([
    [0, 25_00],
    [0, 0],
    [25_00, 0],
  ]);
  expect(await typesOf(north)).toContain("Check 4471 (Head Office)");
  expect(await typesOf(head)).toContain("Check 4471");
  const page = await business.read((books) => readPayment(books, paid.parts[1]?.paymentId ?? ""));
  expect(page.split).toMatchObject({ payer: { customerId: head.customerId }, amountCents: 150_00 });
  expect(page.split?.parts.map(({ name }) => name)).toEqual(["Head Office", "North", "South"]);
});

test("oldest first goes over the whole family; the parent alone is an ordinary payment", async () => {
  await pay(105_00, "oldest-first");
  expect(await standing()).toEqual([
    [5_00, 0],
    [0, 0],
    [40_00, 0],
  ]);
  const alone = await pay(5_00, [[debts.head, 5_00]]);
  expect(alone.parts).toHaveLength(1);
  const page = await business.read((books) => readPayment(books, alone.parts[0]?.paymentId ?? ""));
  expect(page.split).toBeNull();
});

test("the same key records it once, and a stranger’s invoice is refused", async () => {
  const key = "one-check";
  const first = await pay(40_00, [[debts.south, 40_00]], key);
  expect(await pay(40_00, [[debts.south, 40_00]], key)).toEqual(first);
  expect(await standing()).toEqual([
    [10_00, 0],
    [100_00, 0],
    [0, 0],
  ]);
  const other = await business.customer("Stranger").write();
  const theirs = await desk(business, other).invoice(5_00, "2026-01-10");
  await expect(pay(5_00, [[theirs.eventId, 5_00]])).rejects.toMatchObject({ code: "not-found" });
  await expect(pay(50_00, [[debts.north, 60_00]])).rejects.toMatchObject({ code: "more-than-paid" });
});

test.each(["payer", "child"] as const)(
  "the bank returns the check whole, by the part of the %s",
  async (whose) => {
    const before = await standing();
    const { parts } = await pay(120_00, [
      [debts.north, 100_00],
      [debts.south, 20_00],
    ]);
    const eventId = (whose === "payer" ? parts.at(0) : parts.at(-1))?.eventId ?? 0;
    const returned = await business.change((books) =>
      returnPayment(books, { eventId, returnedOn: day("2026-03-09"), reason: "NSF", feeCents: cents(25_00) }),
    );
    expect(returned.eventIds.length).toBeGreaterThanOrEqual(3);
    expect(await standing()).toEqual([[35_00, 0], before[1], before[2]]);
    await expect(
      business.change((books) =>
        returnPayment(books, { eventId, returnedOn: day("2026-03-09"), reason: "" }),
      ),
    ).rejects.toMatchObject({ code: "reversed-before" });
  },
);

test("entered wrongly, it is reversed whole, however one of its parts was asked for", async () => {
  const before = await standing();
  const { parts } = await pay(130_00, "oldest-first");
  const eventId = parts.at(-1)?.eventId ?? 0;
  await business.change((books) => reverseEvent(books, { eventId, on: day("2026-03-09"), reason: "wrong" }));
  expect(await standing()).toEqual(before);
});

test.each([
  ["reversed", (books: Books, eventId: number) => reverseEvent(books, { eventId, on: BACK, reason: "" })],
  [
    "returned",
    (books: Books, eventId: number) => returnPayment(books, { eventId, returnedOn: BACK, reason: "" }),
  ],
] as const)("%s by a child’s part, it says what the parent no longer sets aside", async (_how, undo) => {
  const { parts } = await pay(110_00, [[debts.south, 40_00]]);
  const earmark = { accountId: head.accountId, amountCents: cents(50_00), note: "gate" };
  await business.change((books) => addEarmark(books, earmark));
  const undone = await business.change((books) => undo(books, parts.at(-1)?.eventId ?? 0));
  expect(undone.releasedEarmarks).toEqual(["gate"]);
});

test("checks of the parent and payments of its children at once: each account balances, none waits in a ring", async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      n % 3 === 0
        ? pay(3_00, "oldest-first")
        : desk(business, n % 3 === 1 ? north : south).pay(1_00, ON, "oldest-first"),
    ),
  );
  expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
  const all = await standing();
  expect(sum(all.map(([items = 0, credit = 0]) => cents(items - credit)))).toBe(150_00 - 30_00 - 20_00);
});

test("past the verbs, the database refuses a check that isn’t the sum of its payments, and a part that comes later", async () => {
  const { parts } = await pay(50_00, "oldest-first");
  const write = (statement: ReturnType<typeof sql>) => business.change(({ tx }) => tx.execute(statement));
  await expect(
    write(sql`
      insert into books.split_payments (account_id, currency, amount) values (${head.accountId}::uuid, 'USD', 5)`),
  ).rejects.toThrow();
  await expect(
    write(sql`
      insert into books.payments (account_id, currency, number, method, reference, received_on, amount, event_number, split_id)
      select account_id, currency, 'P-9', method, reference, received_on, 1, ${debts.north}, split_id
      from books.payments where id = ${parts[0]?.paymentId}::uuid`),
  ).rejects.toThrow();
});

test("past the verbs, the database refuses to undo a part alone", async () => {
  const { parts } = await pay(110_00, [[debts.south, 40_00]]);
  const alone = business.change(async (books) => {
    const accountId = head.accountId;
    const eventId = parts[0]?.eventId ?? 0;
    const place = await reserveEvent(books, { accountId, on: BACK, memo: "" });
    await post(books, [postReversal(place, await readEventState(books, accountId, eventId))]);
  });
  await expect(alone).rejects.toMatchObject({ message: "a part of a check is undone alone" });
});
