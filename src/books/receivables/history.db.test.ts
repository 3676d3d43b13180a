// History in pages is one long list: nothing twice, nothing missing, and the running balance never breaks.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { HistoryLine } from "@/domain/receivables/account-page.ts";
import { addDays, day, type Day } from "@/domain/values/day.ts";
import type { Moment } from "../ledger/as-of.ts";
import { readActivity, readNet } from "./history.ts";
import { readHistory } from "./history-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
let greenleaf = undefined as unknown as Account;
const TODAY = day("2026-06-30");

beforeAll(async () => {
  business = await freshBusiness({ today: TODAY });
  const story = business.customer("Greenleaf");
  // 130 events, several a day and many written down out of order.
  for (let n = 0; n < 65; n++) {
    const on = addDays(day("2026-01-01"), (n * 37) % 60);
    story.invoice(`${n + 1}.00`, on).paid(`${n}.50`, addDays(on, n % 3));
  }
  greenleaf = await story.write();
});
afterAll(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  await closePool();
});

async function pages(moment: Moment): Promise<HistoryLine[][]> {
  return business.read(async (books) => {
    const read: HistoryLine[][] = [];
    let cursor: string | null = null;
    do {
      const page = await readHistory(books, moment, {
        accountId: greenleaf.accountId,
        cursor: cursor ?? undefined,
      });
      read.push(page.lines);
      cursor = page.next;
    } while (cursor !== null && read.length < 10);
    return read;
  });
}

/** The same list, added up the long way. */
async function longList(asOf: Day) {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ id: number; balance: number }>(sql`
      select number as id, sum(amount) over (order by effective_on, number)::bigint as balance
      from books.events where account_id = ${greenleaf.accountId} and effective_on <= ${asOf}
      order by effective_on desc, number desc`),
  );
  return rows.map((row) => [row.id, row.balance]);
}

test.each(["2026-06-30", "2026-02-10", "2026-01-15", "2026-01-01", "2025-12-31"])(
  "as of %s",
  async (asOf) => {
    const read = await pages({ asOf: day(asOf), knownAt: null });
    expect(read.flat().map((line) => [line.eventId, line.balanceCents])).toEqual(await longList(day(asOf)));
    expect(read.slice(0, -1).every((page) => page.length === 50)).toBe(true);
  },
);

test("the list starts at net and ends at the first event's amount", async () => {
  const lines = (await pages({ asOf: TODAY, knownAt: null })).flat();
  const net = await business.read((books) =>
    readNet(books, { asOf: TODAY, knownAt: null }, greenleaf.accountId),
  );
  expect(lines).toHaveLength(130);
  expect(lines[0]?.balanceCents).toBe(net);
  const first = lines.at(-1);
  expect((first?.chargeCents ?? 0) - (first?.creditCents ?? 0)).toBe(first?.balanceCents);
});

test("an event between two pages moves nothing that is still to come", async () => {
  const moment = { asOf: TODAY, knownAt: null };
  const of = (cursor?: string) =>
    business.read((books) => readHistory(books, moment, { accountId: greenleaf.accountId, cursor }));
  const first = await of();
  const before = await of(first.next ?? "");
  await business.account(greenleaf).invoice("0.01", TODAY).write();
  expect(await of(first.next ?? "")).toEqual(before);
});

test.each([
  "",
  "x",
  writeCursor("2026-01-01"),
  writeCursor("older", "2026-01-01", 5),
  writeCursor("older", "2026-01-01", 5, "x"),
  writeCursor("' or true --", "2026-01-01", 5, 0),
  writeCursor("older", "2026-01-01", -5, 0),
  "9".repeat(200),
])("a mangled cursor %j is the first page", async (cursor) => {
  const moment = { asOf: TODAY, knownAt: null };
  const read = (cursor?: string) =>
    business.read((books) => readHistory(books, moment, { accountId: greenleaf.accountId, cursor }));
  expect(await read(cursor)).toEqual(await read());
});

test.each([
  ["older", "2026-02-30", 5, 100],
  ["older", "1026-01-01", 5, 100],
  ["newer", "2026-01-01", 5, "999999999999999"],
  ["older", "2026-01-01", "999999999999999", 5],
  ["older", "2026-01-01", 5, "9999999999999999"],
])("a cursor by hand, %s, is no fault of ours", async (...place) => {
  const moment = { asOf: TODAY, knownAt: null };
  const page = business.read((books) =>
    readHistory(books, moment, { accountId: greenleaf.accountId, cursor: writeCursor(...place) }),
  );
  await expect(page).resolves.toHaveProperty("lines");
});

test("another account's history, with this one's cursor, holds only its own events", async () => {
  const neighbour = await business.customer("Neighbour").invoice("7.00", "2026-01-02").write();
  const moment = { asOf: TODAY, knownAt: null };
  const page = await business.read((books) => readHistory(books, moment, { accountId: neighbour.accountId }));
  expect(page).toMatchObject({ lines: [{ chargeCents: 7_00, balanceCents: 7_00 }], next: null, newer: null });
});

test("a statement's activity is the history of its days, the other way round", async () => {
  const moment = { asOf: day("2026-02-10"), knownAt: null };
  const fromOn = day("2026-01-20");
  const activity = await business.read(async (books) => {
    const openingCents = await readNet(
      books,
      { asOf: addDays(fromOn, -1), knownAt: null },
      greenleaf.accountId,
    );
    return readActivity(books, moment, { accountId: greenleaf.accountId, fromOn, openingCents });
  });
  const history = (await pages(moment)).flat().filter((line) => line.effectiveOn >= fromOn);
  expect(history.toReversed()).toMatchObject(activity.map(({ isVoided: _none, ...line }) => line));
});

test("a line says what reversed it, once that had happened, and the other what it reversed", async () => {
  const account = await business.customer("Bouncer").write();
  const counter = desk(business, account);
  const kept = await counter.pay(5_00, "2026-02-01");
  const check = await counter.pay(80_00, "2026-02-02");
  const { eventId: back } = await counter.bounce(check.eventId, "2026-02-10");
  const told = async (asOf: string, more: object = {}) => {
    const moment = { asOf: day(asOf), knownAt: null };
    const asked = { accountId: account.accountId, ...more };
    const { lines } = await business.read((books) => readHistory(books, moment, asked));
    return lines.map((line) => [line.eventId, line.reverses, line.reversedBy]);
  };
  const before = [kept.eventId, null, null];
  expect(await told("2026-02-10")).toEqual([
    [back, check.eventId, null],
    [check.eventId, null, back],
    before,
  ]);
  expect(await told("2026-02-09")).toEqual([[check.eventId, null, null], before]);
  expect(await told("2026-02-10", { throughOn: "2026-02-03", size: 1 })).toEqual([
    [check.eventId, null, back],
  ]);
});
