// Who is given credit, and changing it: each decision has a name and a reason, counts at once, and never overwrites one
// that wasn't seen.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { creditList } from "@/domain/credit/credit-list.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { cents } from "@/domain/values/money.ts";
import { readCreditAccount } from "./credit-account.ts";
import { changeCredit } from "./credit-changes.ts";
import { archiveCustomer } from "../customers/archiving.ts";
import { listCreditCustomers, totalCreditCustomers } from "./credit-customers.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  const given = { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] };
  // product.md's example: limit 5,000.00, balance 1,850.90, credit 300.00, earmarked 100.00.
  greenleaf = await business
    .customer("Greenleaf", given)
    .invoice("1,850.90", "2026-05-01")
    .paid("300.00", "2026-05-02", { to: {} })
    .earmarked("100.00", "Spring")
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const limit = (limitCents: number): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit: { kind: "limit", limitCents: cents(limitCents) },
  ...NOTHING_DECIDED,
});
const change = (terms: DecidedTerms, seen: DecidedTerms, reason = "Asked for by phone") =>
  business.change((books) => changeCredit(books, { accountId: greenleaf.accountId, terms, seen, reason }));
const read = () => business.read((books) => readCreditAccount(books, greenleaf.customerId));

describe("changing the terms", () => {
  test("the example of the contract, to the cent, before and after", async () => {
    expect((await read()).canCharge).toEqual({ kind: "amount", amountCents: 3_349_10 });
    await change(limit(1_650_91), limit(5_000_00));
    const { canCharge, changes } = await read();
    expect(canCharge).toEqual({ kind: "amount", amountCents: 1 });
    expect(changes).toMatchObject([
      { before: limit(5_000_00), after: limit(1_650_91), reason: "Asked for by phone" },
    ]);
    const counter = desk(business, greenleaf);
    await expect(counter.charge(2, "2026-06-01")).rejects.toMatchObject({ code: "over-limit" });
    await counter.charge(1, "2026-06-01");
  });

  test("a lowered limit takes nothing back, and lets payments in", async () => {
    await change(limit(0), limit(5_000_00));
    expect((await read()).canCharge).toEqual({ kind: "amount", amountCents: 0 });
    await desk(business, greenleaf).pay(50_00, "2026-06-01", "oldest-first");
  });

  test("what wasn't seen isn't overwritten, and what stands is told", async () => {
    await change(limit(6_000_00), limit(5_000_00));
    await expect(change(limit(7_000_00), limit(5_000_00))).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { terms: limit(6_000_00) },
    });
    expect((await read()).changes).toHaveLength(1);
  });

  test("two at once: one of them is told", async () => {
    const outcomes = await Promise.allSettled([
      change(limit(1_00), limit(5_000_00)),
      change(limit(2_00), limit(5_000_00)),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await read()).changes).toHaveLength(1);
  });

  test("the same again is no change", async () => {
    await expect(change(limit(5_000_00), limit(5_000_00))).rejects.toMatchObject({ code: "nothing-changed" });
  });

  test.each<[DecidedTerms, string]>([
    [{ ...limit(5_000_00), status: "hold" }, "hold"],
    [{ ...limit(5_000_00), status: "charge-off" }, "charge-off"],
    [{ ...limit(5_000_00), status: "closed" }, "closed"],
    [{ ...limit(5_000_00), chargingAllowed: false }, "not-allowed"],
    [{ ...limit(5_000_00), limit: { kind: "none" } }, "no-limit"],
  ])("%j refuses the next charge", async (terms, because) => {
    await change(terms, limit(5_000_00));
    expect((await read()).canCharge).toMatchObject({ kind: "refused", because });
    await expect(desk(business, greenleaf).charge(1, "2026-06-01")).rejects.toMatchObject({
      code: "charging-refused",
    });
  });
});

describe("the list", () => {
  type Query = QueryOf<typeof creditList>;
  const names = async (query: Query) =>
    (await business.read((books) => listCreditCustomers(books, query))).rows.map(({ name }) => name);

  beforeEach(async () => {
    const given = { addressLines: ["2 Elm St"] };
    await business
      .customer("Alder", { ...given, limitCents: cents(100_00) })
      .invoice("250.00", "2026-05-01")
      .write();
    await business.customer("Fernwood", given).write();
    const zolw = await business.customer("Żółw", { ...given, limitCents: cents(900_00) }).write();
    await business.change(({ tx }) =>
      tx.execute(
        sql`update books.accounts set unlimited = true, limit_cents = null where id = ${zolw.accountId}`,
      ),
    );
  });

  test("holds who is given credit, by name as people sort", async () => {
    expect(await names({})).toEqual(["Alder", "Greenleaf", "Żółw"]);
  });

  test.each<[Query, string[]]>([
    [{ sort: "limit", direction: "desc" }, ["Żółw", "Greenleaf", "Alder"]],
    [{ sort: "used", direction: "desc" }, ["Greenleaf", "Alder", "Żółw"]],
    [{ sort: "left", direction: "asc" }, ["Alder", "Greenleaf", "Żółw"]],
    [{ show: "over" }, ["Alder"]],
    [{ show: "stopped" }, []],
    [{ search: "zolw" }, ["Żółw"]],
    [{ search: "l", sort: "limit", direction: "desc" }, ["Żółw", "Greenleaf", "Alder"]],
    [{ search: "l", show: "over", sort: "left" }, ["Alder"]],
    [{ search: "100%" }, []],
  ])("%j", async (given, expected) => {
    expect(await names(given)).toEqual(expected);
  });

  test("who is due for review is said on the day and after it, the longest due first", async () => {
    const reviewed = (name: string, on: string | null) =>
      business.change(({ tx }) =>
        tx.execute(sql`
          update books.accounts a set review_on = ${on}::date from books.customers c
          where c.id = a.customer_id and c.name = ${name}`),
      );
    const due = () => names({ show: "review", sort: "review", direction: "asc" });
    expect(await due()).toEqual([]);
    const { today } = business.asker;
    await reviewed("Greenleaf", today);
    await reviewed("Żółw", "2026-01-01");
    await reviewed("Alder", "2099-01-01");
    expect(await due()).toEqual(["Żółw", "Greenleaf"]);
    expect(await names({ sort: "review", direction: "asc" })).toEqual(["Żółw", "Greenleaf", "Alder"]);
    await reviewed("Żółw", null);
    expect(await due()).toEqual(["Greenleaf"]);
    expect(await names({ sort: "review", direction: "asc" })).toEqual(["Greenleaf", "Alder", "Żółw"]);
  });

  test("in no order it has who is archived, and who has no address has nothing left", async () => {
    const given = { limitCents: cents(700_00) };
    const gone = await business.customer("Gone", { ...given, addressLines: ["3 Elm St"] }).write();
    await business.change((books) => archiveCustomer(books, gone.customerId));
    await business.customer("Nowhere", given).write();
    for (const sort of ["name", "limit", "used", "review"] as const)
      expect((await names({ sort })).toSorted()).toEqual(["Alder", "Greenleaf", "Nowhere", "Żółw"]);
    const nothingLeft = (await names({ sort: "left", direction: "asc" })).slice(0, 2);
    expect(nothingLeft.toSorted()).toEqual(["Alder", "Nowhere"]);
  });

  test("the totals count who has no upper limit and add up the others", async () => {
    const totals = await business.read((books) => totalCreditCustomers(books, {}));
    expect(totals).toEqual({
      count: 3,
      unlimited: 1,
      limitCents: 5_100_00,
      balanceCents: 2_100_90,
      usedCents: 1_900_90,
      availableCents: 3_349_10,
      over: 1,
    });
  });

  test("is paged by key, whatever it is sorted by", async () => {
    for (let n = 0; n < 53; n++)
      await business.customer(`Many ${n % 7}`, { limitCents: cents((n % 5) * 100) }).write();
    for (const sort of ["name", "limit", "used", "left", "review"] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await business.read((books) =>
          listCreditCustomers(books, { sort, direction: "desc", ...(cursor && { cursor }) }),
        );
        seen.push(...page.rows.map(({ customerId }) => customerId));
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen).size).toBe(56);
      expect(seen).toHaveLength(56);
    }
  });

  test("who may charge but has no limit is over none, here as in the list of customers", async () => {
    await change({ ...limit(5_000_00), limit: { kind: "none" } }, limit(5_000_00));
    expect(await names({ show: "over" })).not.toContain("Greenleaf");
    const { over } = await business.read((books) => totalCreditCustomers(books, { search: "Greenleaf" }));
    expect(over).toBe(0);
  });
});
