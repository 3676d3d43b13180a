// The history of an account with thousands of events, written down in any order: every balance, on both axes, under any
// filter, from any day and both ways, is what adding up all of them the long way says.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { present } from "@/domain/assert.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { HISTORY_TYPES, type HistoryFilter, type HistoryType } from "@/domain/receivables/history-list.ts";
import { postOpeningItem } from "@/domain/invoices/invoice.ts";
import { cents } from "@/domain/values/money.ts";
import type { Moment } from "../ledger/as-of.ts";
import { readNet } from "./history.ts";
import { readHistory, type HistoryQuery } from "./history-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { desk } from "../testing/desk.ts";

let business = undefined as unknown as Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf = undefined as unknown as Account;
const TODAY = day("2026-06-30");
const START = day("2025-06-01");
const SPAN = 394;
const instants: string[] = [];

beforeAll(async () => {
  business = await freshBusiness({ today: TODAY });
  greenleaf = await business.customer("Greenleaf").write();
  for (const part of [0, 1, 2]) {
    await openings(800, part);
    await desk(business, greenleaf).pay(900 + part, addDays(START, 40 + part * 100));
    const [row] = await business.read(({ tx }) =>
      tx.execute<{ at: string }>(sql`select clock_timestamp() as at`),
    );
    instants.push(present(row, "a clock").at);
  }
}, 60_000);
afterAll(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  await closePool();
});

/** On days all over the year, each with its note. */
async function openings(count: number, part: number) {
  await business.change(async (books) => {
    const wheres = Array.from({ length: count }, (_, n) => ({
      accountId: greenleaf.accountId,
      on: addDays(START, (n * 89 + part * 7) % (SPAN + 1)),
      memo: n % 97 === 0 ? `Spring 100% ${part}` : "",
    }));
    const places = await reserveEvents(books, wheres);
    await post(
      books,
      places.map((place, n) =>
        postOpeningItem(place, {
          documentId: null,
          issuedOn: place.effectiveOn,
          dueOn: place.effectiveOn,
          amountCents: cents(100 + n),
        }),
      ),
    );
    return null;
  });
}

const someDay = fc.integer({ min: -3, max: SPAN }).map((n) => addDays(START, n));
const someMoment = fc.record({
  asOf: someDay,
  knownAt: fc.option(fc.nat({ max: 2 }).map((n) => present(instants[n], "an instant"))),
});

/** What adding up every event says: each line that fits, newest first, with its own balance. */
async function theLongWay({ asOf, knownAt }: Moment, filter: HistoryFilter) {
  const kinds = filter.type ? [...HISTORY_TYPES[filter.type].kinds] : null;
  const rows = await business.read(({ tx }) =>
    tx.execute<{ id: number; balance: number }>(sql`
      select number as id, balance from (
        select *, sum(amount) over (order by effective_on, number)::bigint as balance from books.events
        where account_id = ${greenleaf.accountId} and effective_on <= ${asOf}
          and (${knownAt}::timestamptz is null or recorded_at <= ${knownAt}::timestamptz)) e
      where (${filter.fromOn ?? null}::date is null or effective_on >= ${filter.fromOn ?? null}::date)
        and (${filter.throughOn ?? null}::date is null or effective_on <= ${filter.throughOn ?? null}::date)
        and (${kinds === null} or kind = any (${sql.param(kinds ?? [])}::text[]))
        and (memo ilike ${`%${(filter.search ?? "").replace("%", "\\%")}%`} or label ilike ${`%${filter.search ?? ""}%`})
      order by effective_on desc, number desc`),
  );
  return rows.map((row): [number, number] => [row.id, row.balance]);
}

type Walk = { moment: Moment; asked: HistoryQuery };

/** All lines from a start to the account's beginning, page by page; and the pages' cursors. */
async function older({ moment, asked }: Walk) {
  return business.read(async (books) => {
    const lines: [number, number][] = [];
    let page = await readHistory(books, moment, { ...asked, accountId: greenleaf.accountId });
    for (let pages = 1; ; pages++) {
      lines.push(...page.lines.map((line): [number, number] => [line.eventId, line.balanceCents]));
      if (page.next === null) return { lines, last: page, pages };
      page = await readHistory(books, moment, {
        ...asked,
        accountId: greenleaf.accountId,
        cursor: page.next,
      });
    }
  });
}

test("net on any day, as known at any instant", async () => {
  await fc.assert(
    fc.asyncProperty(someMoment, async (moment) => {
      const net = await business.read((books) => readNet(books, moment, greenleaf.accountId));
      const [first] = await theLongWay(moment, {});
      expect(net).toBe(first?.[1] ?? 0);
    }),
    { numRuns: 60 },
  );
});

const someFilter = fc.record({
  type: fc.constantFrom<(HistoryType | undefined)[]>(undefined, "payments", "invoices", "transfers"),
  search: fc.constantFrom(undefined, "spring", "100% 1", "CHECK", "nothing like it"),
  fromOn: fc.option(someDay, { nil: undefined }),
  throughOn: fc.option(someDay, { nil: undefined }),
});

test("pages under any filter hold each line that fits, once, with its own balance", async () => {
  await fc.assert(
    fc.asyncProperty(someMoment, someFilter, fc.constantFrom(150, 50_000), async (moment, filter, reads) => {
      const { lines } = await older({ moment, asked: { ...filter, reads } });
      expect(lines).toEqual(await theLongWay(moment, filter));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("a search that reads its fill says how far it came, and the next one goes on from there", async () => {
  const moment = { asOf: TODAY, knownAt: null };
  const asked = { search: "Spring 100% 2", reads: 100 };
  const page = await business.read((books) =>
    readHistory(books, moment, { ...asked, accountId: greenleaf.accountId }),
  );
  expect(page.lookedTo).toMatch(/^2026-0\d-\d\d$/);
  const { lines, pages, last } = await older({ moment, asked });
  expect(lines).toHaveLength(9);
  expect(pages).toBeGreaterThan(20);
  expect(last.lookedTo).toBeNull();
});

test("a jump to a day starts with its last line, and goes both ways", async () => {
  await fc.assert(
    fc.asyncProperty(someMoment, someDay, async (moment, jumpOn) => {
      const all = await theLongWay(moment, {});
      const upTo = await theLongWay({ ...moment, asOf: jumpOn < moment.asOf ? jumpOn : moment.asOf }, {});
      const page = await business.read((books) =>
        readHistory(books, moment, { accountId: greenleaf.accountId, jumpOn }),
      );
      expect(page.lines.map((line) => [line.eventId, line.balanceCents])).toEqual(upTo.slice(0, 50));
      if (page.newer === null) return;
      const above = await business.read((books) =>
        readHistory(books, moment, { accountId: greenleaf.accountId, cursor: page.newer ?? "" }),
      );
      const newerLines = all.slice(0, all.length - upTo.length);
      const meant = newerLines.length > 50 ? newerLines.slice(-50) : all.slice(0, 50);
      expect(above.lines.map((line) => [line.eventId, line.balanceCents])).toEqual(meant);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("up again from the oldest page is the way down, backwards", async () => {
  const moment = { asOf: TODAY, knownAt: null };
  const asked = { type: "invoices", search: "spring", size: 4 } as const;
  await business.read(async (books) => {
    const read = (cursor?: string) =>
      readHistory(books, moment, { ...asked, accountId: greenleaf.accountId, cursor });
    const down = [await read()];
    for (let next = down[0]?.next; next; next = down.at(-1)?.next) down.push(await read(next));
    expect(down.length).toBeGreaterThan(5);
    let page = present(down.at(-2), "a page before the last");
    for (const above of down.slice(0, -2).toReversed()) {
      const back = await read(page.newer ?? "");
      expect(back.lines).toEqual(above.lines);
      expect((await read(back.next ?? "")).lines).toEqual(page.lines);
      page = back;
    }
    // Above the newest page there is nothing: it is the newest page again.
    expect((await read(page.newer ?? "")).lines).toEqual(present(down[0], "the newest page").lines);
    expect((await read()).newer).toBeNull();
  });
});

test("before the account began there is nothing, and nothing newer is promised", async () => {
  const page = await business.read((books) =>
    readHistory(
      books,
      { asOf: TODAY, knownAt: null },
      { accountId: greenleaf.accountId, jumpOn: day("2001-01-01") },
    ),
  );
  expect(page).toEqual({ lines: [], next: null, newer: null, lookedTo: null });
});
