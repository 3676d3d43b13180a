// The list of customers: every one once, in any order, page by page; found by any word; with totals of all that match.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { customerList } from "@/domain/customers/customer-list.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewCustomer } from "@/domain/customers/customer-input.ts";
import { cents } from "@/domain/values/money.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { listCustomers, totalCustomers, type CustomerRow } from "./customer-list.ts";
import { readProfile } from "./customer-profile.ts";
import { findCustomers } from "./customer-search.ts";
import { createCustomer } from "./customers.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;

beforeAll(async () => {
  business = await freshBusiness();
  // 120 customers; many names and amounts are equal, so that only the id tells them apart.
  await business.change(async (books) => {
    for (let n = 0; n < 115; n++)
      await createCustomer(books, inputOf(NewCustomer, { name: `Customer ${n % 7}`, number: `N-${n}` }));
    return null;
  });
  const story = (name: string, more: object = {}) => business.customer(name, more);
  await story("Álvarez Söhne", { email: "ap@alvarez.example", phone: "555-0101" })
    .invoice("10.00", "2026-01-01")
    .write();
  await story("100% Paving", { number: "P_1" }).invoice("20.00", "2026-06-20").write();
  await story("Back\\slash & 'Quote'").paid("5.00", "2026-02-01").write();
  await story("Greenleaf Landscaping").invoice("10.00", "2026-01-01").paid("10.00", "2026-02-01").write();
  await story("greenleaf tools").invoice("30.00", "2026-02-01").write();
});
afterAll(closePool);

type Query = QueryOf<typeof customerList>;
const SORTS = ["name", "number", "balance", "overdue"] as const;
const list = (query: Query = {}) => business.read((books) => listCustomers(books, query));
const totals = (search?: string) => business.read((books) => totalCustomers(books, { search }));
async function all(query: Query): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 10; page++) {
    const { rows: some, next } = await list({ ...query, cursor });
    rows.push(...some);
    if (!next) break;
    cursor = next;
  }
  return rows;
}

/** As people know it, Á beside A. */
const alphabet = new Intl.Collator("en");
/** As people count, N-9 before N-10. */
const counting = new Intl.Collator("en", { numeric: true });

describe.each(SORTS)("by %s", (sort) => {
  test.each(["asc", "desc"] as const)("%s: everybody once, in order", async (direction) => {
    const rows = await all({ sort, direction });
    expect(new Set(rows.map((row) => row.customerId)).size).toBe(120);
    const keys = rows.map((row) => {
      if (sort === "balance") return row.balanceCents;
      if (sort === "overdue") return row.overdueCents;
      return sort === "number" ? row.number : row.name.toLowerCase();
    });
    const before = (a: string | number, b: string | number) =>
      typeof a === "string" || typeof b === "string"
        ? (sort === "name" ? alphabet : counting).compare(String(a), String(b))
        : a - b;
    const sorted = [...keys].sort(before);
    expect(keys).toEqual(direction === "asc" ? sorted : sorted.toReversed());
  });
});

describe("more customers than a page by overdue looks at first", () => {
  let many = undefined as unknown as Awaited<ReturnType<typeof freshBusiness>>;
  beforeAll(async () => {
    many = await freshBusiness();
    await many.change(async ({ tx, currency }) => {
      await tx.execute(sql`
        with added as (
          insert into books.customers (name, number) select 'Customer ' || n, 'N-' || n from generate_series(1, 500) as n
          returning id)
        insert into books.accounts (customer_id, currency) select id, ${currency} from added`);
      return null;
    });
    // Who owes most isn't overdue with most; many are overdue with the same.
    for (let n = 0; n < 70; n++)
      await many
        .customer(`Debtor ${n}`)
        .invoice(`${(n % 9) + 1}.00`, "2026-01-01")
        .invoice(`${n + 1}.00`, "2026-06-29")
        .write();
  });

  test.each([
    ["desc", undefined],
    ["asc", undefined],
    ["desc", "overdue"],
    ["asc", "overdue"],
    ["desc", "balance"],
  ] as const)("%s, of %s: everybody once, in order", async (direction, show) => {
    const read: [number, string][] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: "overdue", direction, show, cursor } as const;
      const { rows, next } = await many.read((books) => listCustomers(books, query));
      read.push(...rows.map((row): [number, string] => [row.overdueCents, row.customerId]));
      cursor = next ?? undefined;
    } while (cursor);
    expect(read).toHaveLength(show === undefined ? 570 : 70);
    const rising = read.toSorted(([some, id], [other, its]) => some - other || (id < its ? -1 : 1));
    expect(read).toEqual(direction === "asc" ? rising : rising.toReversed());
  });

  test.each(["name", "number", "balance"] as const)("those who are overdue, by %s", async (sort) => {
    const read = async (direction: "asc" | "desc") => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, direction, show: "overdue", cursor } as const;
        const { rows, next } = await many.read((books) => listCustomers(books, query));
        ids.push(...rows.map((row) => row.customerId));
        cursor = next ?? undefined;
      } while (cursor);
      return ids;
    };
    const rising = await read("asc");
    expect(new Set(rising).size).toBe(70);
    expect(await read("desc")).toEqual(rising.toReversed());
  });
});

test("the totals are those of all that match, not of the page", async () => {
  expect((await list()).rows).toHaveLength(50);
  expect(await totals()).toEqual({
    count: 120,
    balanceCents: 60_00,
    overdueCents: 40_00,
    openCreditCents: 5_00,
  });
  expect(await totals("greenleaf")).toMatchObject({ count: 2, balanceCents: 30_00, overdueCents: 30_00 });
});

test.each<[string, string[]]>([
  ["greenleaf", ["Greenleaf Landscaping", "greenleaf tools"]],
  ["GREEN tools", ["greenleaf tools"]],
  ["tools green", ["greenleaf tools"]],
  ["álvarez", ["Álvarez Söhne"]],
  ["alvarez.example", ["Álvarez Söhne"]],
  ["555-0101", ["Álvarez Söhne"]],
  ["100%", ["100% Paving"]],
  ["%", ["100% Paving"]],
  ["_", ["100% Paving"]],
  ["P_1", ["100% Paving"]],
  ["back\\slash", ["Back\\slash & 'Quote'"]],
  ["'quote'", ["Back\\slash & 'Quote'"]],
  ["' or true --", []],
  ["nobody at all", []],
])("search for %j", async (search, names) => {
  expect((await all({ search })).map((row) => row.name)).toEqual(names);
});

test.each(["x", "", "a".repeat(1000), writeCursor("12", "not an id"), writeCursor("12")])(
  "a mangled cursor %j starts at the first page",
  async (cursor) => {
    for (const sort of SORTS) expect(await list({ sort, cursor })).toEqual(await list({ sort }));
  },
);

test("a place in the order of names is none in the order of amounts", async () => {
  const cursor = writeCursor("x", "00000000-0000-4000-8000-000000000000");
  for (const sort of ["balance", "overdue"] as const)
    expect(await list({ sort, cursor })).toEqual(await list({ sort }));
});

test("who was archived isn't listed", async () => {
  const elsewhere = await freshBusiness();
  await elsewhere.customer("Old").write();
  await elsewhere.change(({ tx }) => tx.execute(sql`update books.customers set archived_at = now()`));
  const { rows } = await elsewhere.read((books) => listCustomers(books, {}));
  expect(rows).toEqual([]);
});

test.each([
  ["good", "hold"],
  ["charge-off", "charge-off"],
])("held for age, a status of %s reads %s, as on the account's page", async (status, shown) => {
  const elsewhere = await freshBusiness();
  const { customerId } = await elsewhere.customer("Late").invoice("5.00", "2026-01-10").write();
  await elsewhere.change(({ tx }) =>
    tx.execute(sql`
      with policy as (update books.settings set hold_after_days = 1)
      update books.accounts set status = ${status}`),
  );
  const read = await elsewhere.read(async (books) => {
    const moment = { asOf: books.today, knownAt: null };
    const { rows } = await listCustomers(books, {});
    const page = await readAccountPage(books, moment, { customer: customerId });
    const found = await findCustomers(books, "Late");
    return [...rows, ...found, page, await readProfile(books, customerId)].map((each) => each.status);
  });
  expect(read).toEqual([shown, shown, shown, shown]);
});

describe("a new customer", () => {
  const create = (more: object) =>
    business.change((books) => createCustomer(books, inputOf(NewCustomer, { name: "New", ...more })));

  test("gets the next number of the series, skipping one that somebody typed", async () => {
    const elsewhere = await freshBusiness();
    await elsewhere.customer("Typed", { number: "C-0002" }).write();
    const numbers = [];
    for (const name of ["One", "Two"]) numbers.push((await elsewhere.customer(name).write()).number);
    expect(numbers).toEqual(["C-0001", "C-0003"]);
  });

  test("a number that is taken is refused, also by two at once", async () => {
    const both = await Promise.allSettled([create({ number: "TWICE" }), create({ number: "TWICE" })]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(create({ number: "TWICE" })).rejects.toMatchObject({ code: "number-taken" });
  });

  test("with a limit they may charge, without one they may not", async () => {
    const [limited, plain] = [await create({ limitCents: cents(0) }), await create({})];
    const rows = await business.read(({ tx }) =>
      tx.execute<{ id: string; may: boolean; limit: number | null }>(sql`
      select id, charging_allowed as may, limit_cents as limit from books.accounts`),
    );
    const of = (id: string) => rows.find((row) => row.id === id);
    expect([of(limited.accountId), of(plain.accountId)]).toMatchObject([
      { may: true, limit: 0 },
      { may: false, limit: null },
    ]);
  });
});
