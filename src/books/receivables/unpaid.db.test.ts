// Unpaid items in pages: in any order, from any bucket, by any text, each once, with the totals of all that match; the
// same as sorting and adding up the whole list.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { UnpaidInvoice } from "@/domain/receivables/account-page.ts";
import { BUCKETS, bucketOf, type Bucket } from "@/domain/ledger/aging.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import { unpaidList, type UnpaidSort } from "@/domain/receivables/unpaid-list.ts";
import type { Moment } from "../ledger/as-of.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readUnpaidPage, readUnpaidTotals, readUnpaidUpTo, type UnpaidQuery } from "./unpaid.ts";

let business = undefined as unknown as Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf = undefined as unknown as Account;
const TODAY = day("2026-06-30");

beforeAll(async () => {
  business = await freshBusiness({ today: TODAY });
  const story = business.customer("Greenleaf");
  for (let n = 0; n < 40; n++) {
    const on = addDays(day("2026-01-05"), (n * 31) % 170);
    story.invoice(`${(n * 7) % 12}.50`, on, { number: `${n % 3 === 0 ? "ELM" : "A"}-${100 - n}` });
  }
  story.paid("3.00", "2026-06-01").paid("20.00", "2026-06-20");
  greenleaf = await story.write();
});
afterAll(closePool);

async function walk(moment: Moment, asked: UnpaidQuery): Promise<UnpaidInvoice[]> {
  return business.read(async (books) => {
    const all: UnpaidInvoice[] = [];
    let cursor: string | undefined;
    do {
      const page = await readUnpaidPage(books, moment, {
        ...asked,
        accountId: greenleaf.accountId,
        size: 7,
        cursor,
      });
      all.push(...page.invoices);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return all;
  });
}

const KEY: Record<UnpaidSort, (one: UnpaidInvoice) => string | number> = {
  due: (one) => one.dueOn,
  date: (one) => one.issuedOn,
  number: (one) => one.number,
  amount: (one) => one.amountCents,
  open: (one) => one.openCents,
};

/** Words as people count: A-90 before A-100. */
const { compare: compareWords } = new Intl.Collator("en", { numeric: true });
const compare = (a: string | number, b: string | number): number =>
  typeof a === "number" ? a - Number(b) : compareWords(a, String(b));

test("any order, bucket and text, on any day", async () => {
  const asked = fc.record({
    sort: fc.constantFrom(...(Object.keys(unpaidList.sorts) as UnpaidSort[])),
    direction: fc.constantFrom("asc" as const, "desc" as const),
    bucket: fc.option(fc.constantFrom<Bucket[]>(...BUCKETS), { nil: undefined }),
    search: fc.constantFrom(undefined, "elm", "A-9", "0", "%", "none"),
  });
  const moments = fc.integer({ min: 0, max: 175 }).map((n): Moment => ({
    asOf: addDays(day("2026-01-06"), n),
    knownAt: null,
  }));
  await fc.assert(
    fc.asyncProperty(moments, asked, async (moment, { sort, direction, bucket, search }) => {
      const whole = await walk(moment, {});
      const meant = whole.filter(
        (one) =>
          (bucket === undefined || bucketOf(one.daysPastDue) === bucket) &&
          (search === undefined || one.number.toLowerCase().includes(search.toLowerCase())),
      );
      const found = await walk(moment, { sort, direction, bucket, search });
      expect(new Set(found.map((one) => one.itemId))).toEqual(new Set(meant.map((one) => one.itemId)));
      expect(found).toHaveLength(meant.length);
      for (const [at, one] of found.slice(1).entries()) {
        const before = found[at] ?? one;
        const [a, b] = direction === "asc" ? [before, one] : [one, before];
        expect(compare(KEY[sort](a), KEY[sort](b)) || a.itemId - b.itemId).toBeLessThan(0);
      }
      const totals = await business.read((books) =>
        readUnpaidTotals(books, moment, { accountId: greenleaf.accountId, bucket, search }),
      );
      expect(totals).toEqual({
        count: meant.length,
        amountCents: sum(meant.map((one) => one.amountCents)),
        openCents: sum(meant.map((one) => one.openCents)),
        dueNowCents: sum(meant.map((one) => one.dueNowCents)),
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("of several accounts all are read, or none where they are more than are wanted", async () => {
  const moment = { asOf: TODAY, knownAt: null };
  const open = (await walk(moment, {})).map((one) => one.itemId);
  const read = (most: number) =>
    business.read((books) => readUnpaidUpTo(books, moment, { accountIds: [greenleaf.accountId], most }));
  const all = await read(open.length);
  expect(all?.get(greenleaf.accountId)?.map((one) => one.itemId)).toEqual(open);
  expect(await read(open.length - 1)).toBeNull();
  // No more rows leave the database than tell that there are too many.
  const sent: number[] = [];
  await business.read((books) => {
    const execute: typeof books.tx.execute = async (query) => {
      const rows = await books.tx.execute(query);
      sent.push(rows.length);
      return rows as never;
    };
    const counted = { ...books, tx: { ...books.tx, execute } };
    return readUnpaidUpTo(counted, moment, { accountIds: [greenleaf.accountId], most: 3 });
  });
  expect(sent).toEqual([4]);
});

test.each([
  "x",
  writeCursor("2026-02-30", 5),
  ".",
  writeCursor("", 5),
  writeCursor("2026-01-01", "' or true --"),
])("a mangled cursor %j is the first page", async (cursor) => {
  const moment = { asOf: TODAY, knownAt: null };
  const read = (cursor?: string) =>
    business.read((books) => readUnpaidPage(books, moment, { accountId: greenleaf.accountId, cursor }));
  expect(await read(cursor)).toEqual(await read());
});
