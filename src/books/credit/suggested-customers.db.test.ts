// The customers given credit of whom a suggestion is made: in any order of the list, page by page, and added up.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { suggestLimit } from "@/domain/credit/suggestion.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { listCreditCustomers, totalCreditCustomers } from "./credit-customers.ts";
import { pageOfSuggested } from "./suggested-customers.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
const credited = (name: string) =>
  business.customer(name, { addressLines: ["4 Elm St"], limitCents: cents(900_00) });
const old = (name: string) => credited(name).invoice("9.00", "2026-01-01").write();

beforeEach(async () => {
  business = await freshBusiness();
  for (const name of ["Alder", "Fernwood", "Greenleaf"])
    await credited(name).invoice("9.00", "2026-06-01").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type Query = Omit<Parameters<typeof listCreditCustomers>[1], "show">;
const names = async (query: Query) => {
  const { rows } = await business.read((books) =>
    listCreditCustomers(books, { ...query, show: "suggested" }),
  );
  return rows.map(({ name }) => name);
};

test("of whom a suggestion is made, in any order, with what it is made of, and added up", async () => {
  expect(await names({})).toEqual([]);
  await old("Old");
  await old("Older");
  for (const sort of ["name", "limit", "used", "left", "review"] as const)
    expect((await names({ sort })).toSorted()).toEqual(["Old", "Older"]);
  expect(await names({ search: "older" })).toEqual(["Older"]);
  const { rows } = await business.read((books) => listCreditCustomers(books, { show: "suggested" }, 1));
  expect(rows.map((row) => suggestLimit(row, { write: String, locale: "en-US" }))).toEqual([
    {
      kind: "look",
      because: ["Its oldest debt is 150 days past due.", "Hold it, or agree on payments."],
    },
  ]);
  expect(await business.read((books) => totalCreditCustomers(books, { show: "suggested" }))).toMatchObject({
    count: 2,
    limitCents: 1_800_00,
    balanceCents: 18_00,
  });
});

test("looks for them so far and no further: a page may be short, or empty, and not the last", async () => {
  await old("Middle");
  await old("Older");
  await credited("Zzz").write();
  const given = sql`
    select a.id as account_id, a.customer_id, c.name, a.status, a.unlimited, a.limit_cents, a.open_items as used
    from books.accounts a join books.customers c on c.id = a.customer_id`;
  const byName = { key: sql`name`, type: "text", id: sql`customer_id` } as const;
  const keys = { name: byName, limit: byName, used: byName, left: byName, review: byName };
  const paged = async (of: { size: number; most: number }) => {
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await business.read((books) => pageOfSuggested(books, { given, keys }, { cursor }, of));
      pages.push(page.rows.length);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return pages;
  };
  // Alder, Fernwood, Greenleaf, Middle, Older, Zzz: two at a time.
  expect(await paged({ size: 2, most: 2 })).toEqual([0, 1, 1]);
  expect(await paged({ size: 1, most: 6 })).toEqual([1, 1]);
  expect(await paged({ size: 5, most: 6 })).toEqual([2]);
});
