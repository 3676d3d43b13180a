// Finding while one types: best first, with slips, without accents, by any digit of a phone; merged customers lead to
// who is left, archived ones nowhere, and another business's nowhere at all.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool, pool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { inFours, paymentReference } from "@/domain/values/payment-reference.ts";
import { NewCustomer } from "@/domain/customers/customer-input.ts";
import { findCustomers } from "./customer-search.ts";
import { listCustomers } from "./customer-list.ts";
import { createCustomer } from "./customers.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { findProducts } from "../products/product-search.ts";
import { createProduct } from "../products/products.ts";

let business = undefined as unknown as Ledger;
let stranger = undefined as unknown as Ledger;
const ids: Record<string, string> = {};

const CUSTOMERS = [
  { name: "Greenleaf Landscaping", email: "ap@greenleaf.example", phone: "(555) 010-1234" },
  { name: "Green Valley Nursery", memo: "Ask for Dana, gate code 4471" },
  { name: "James Smith", phone: "+1 555 777 0101" },
  { name: "Smith & Sons Plumbing" },
  { name: "José Nguyễn" },
  { name: "Łukasz Kowalski", number: "X_9" },
  { name: "100% Paving" },
  { name: "Old Oak Mill" },
  { name: "Closed Corner Shop" },
];

beforeAll(async () => {
  [business, stranger] = [await freshBusiness(), await freshBusiness()];
  for (const customer of CUSTOMERS) {
    const { customerId } = await business.change((books) =>
      createCustomer(books, inputOf(NewCustomer, customer)),
    );
    ids[customer.name] = customerId;
  }
  await stranger.change((books) =>
    createCustomer(books, inputOf(NewCustomer, { name: "Greenleaf Landscaping of a stranger" })),
  );
  await business.change(async ({ tx }) => {
    await tx.execute(sql`update books.customers set company = 'Hillside Masonry' where name = 'James Smith'`);
    await tx.execute(sql`
      update books.customers set archived_at = now(), merged_into = ${ids["Green Valley Nursery"]}
      where name = 'Old Oak Mill'`);
    await tx.execute(sql`update books.customers set archived_at = now() where name = 'Closed Corner Shop'`);
    return tx.execute(sql`
      insert into books.products (name, sku, barcode, description, price, unit, chart_code, archived_at)
      select p.*, code, gone from (select code from books.chart where role = 'revenue') c, (values
        ('Cedar mulch', 'MUL-1', '4006381333931', 'Shredded, by the yard', 38.5, 'yd', null),
        ('Mulch rake', 'RAKE', '', '', 24.00, '', null),
        ('Rake handle', 'RAKE-2', '', '', 9.75, '', null),
        ('Paving sand', '4006', '', '', 4.25, 'bag', null),
        ('Straw mulch', 'MUL-2', '', '', 12.00, 'bale', now())) as v (name, sku, barcode, description, price, unit, gone),
      lateral (select v.name, v.sku, v.barcode, v.description, v.price, v.unit) p`);
  });
});
afterAll(closePool);

const found = async (search: string, of = business) =>
  (await of.read((books) => findCustomers(books, search))).map((row) => row.name);

test.each<[string, string[]]>([
  ["C-0001", ["Greenleaf Landscaping"]],
  ["c-0001", ["Greenleaf Landscaping"]],
  ["1", ["Greenleaf Landscaping", "100% Paving"]],
  ["g", ["Green Valley Nursery", "Greenleaf Landscaping"]],
  ["green", ["Green Valley Nursery", "Greenleaf Landscaping"]],
  ["smith", ["Smith & Sons Plumbing", "James Smith"]],
  ["smith james", ["James Smith"]],
  ["hillside", ["James Smith"]],
  ["dana", ["Green Valley Nursery"]],
  ["ap@green", ["Greenleaf Landscaping"]],
  ["5550101234", ["Greenleaf Landscaping"]],
  ["555-777-0101", ["James Smith"]],
  ["jose nguyen", ["José Nguyễn"]],
  ["ŁUKASZ", ["Łukasz Kowalski"]],
  ["x_9", ["Łukasz Kowalski"]],
  ["100%", ["100% Paving"]],
  ["greanleaf", ["Greenleaf Landscaping"]],
  ["grenleaf", ["Greenleaf Landscaping"]],
  ["greenlaef", ["Greenleaf Landscaping"]],
  ["greeenleaf landscpaing", ["Greenleaf Landscaping"]],
  ["smiht", ["James Smith", "Smith & Sons Plumbing"]],
  ["kowaslki", ["Łukasz Kowalski"]],
  ["", []],
  ["   ", []],
  ["%", []],
  ["nobody at all", []],
  ["' or true --", []],
  ["\\", []],
  ["(((", []],
  ["x".repeat(5000), []],
])("said %j", async (search, names) => {
  expect(await found(search)).toEqual(names);
});

test("what a payment says finds the customer it refers to, in fours too, and nobody else's", async () => {
  const reference = paymentReference("C-0001") ?? "";
  expect(await found(reference)).toEqual(["Greenleaf Landscaping"]);
  expect(await found(inFours(reference).toLowerCase())).toEqual(["Greenleaf Landscaping"]);
  expect(await found(reference, stranger)).toEqual(["Greenleaf Landscaping of a stranger"]);
  expect(await found(paymentReference("C-9999") ?? "")).toEqual([]);
});

test("every number finds its customer before anything else", async () => {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ number: string; name: string }>(
      sql`select number, name from books.customers where archived_at is null`,
    ),
  );
  for (const { number, name } of rows) expect((await found(number))[0]).toBe(name);
});

test("who was merged leads to who is left, and says by which number; who was archived isn't found", async () => {
  const [row, ...others] = await business.read((books) => findCustomers(books, "C-0007"));
  expect([row, others.length]).toMatchObject([{ name: "Green Valley Nursery", oldNumber: "C-0007" }, 0]);
  expect(await found("old oak")).toEqual(["Green Valley Nursery"]);
  expect(await found("closed corner")).toEqual([]);
  const list = await business.read((books) =>
    listCustomers(books, { search: "C-0007", sort: "name", direction: "asc" }),
  );
  expect(list.rows.map((each) => each.name)).toEqual(["Green Valley Nursery"]);
});

test("the list has whom all words fit, else whom they mean", async () => {
  const listed = async (search: string) => {
    const page = await business.read((books) =>
      listCustomers(books, { search, sort: "name", direction: "asc" }),
    );
    return page.rows.map((row) => row.name);
  };
  expect(await listed("mith")).toEqual(["James Smith", "Smith & Sons Plumbing"]);
  expect(await listed("greanleaf")).toEqual(["Greenleaf Landscaping"]);
});

describe("the wall", () => {
  test("another business's customers aren't found, by the function either", async () => {
    expect(await found("greenleaf", stranger)).toEqual(["Greenleaf Landscaping of a stranger"]);
    expect(await found("smith", stranger)).toEqual([]);
    const rows = await stranger.read(({ tx }) =>
      tx.execute(sql`
        select customer_id from books.find_customers('smith', 100)
        union all select books.matching_customers('smith') union all select product_id from books.find_products('mulch', 100)`),
    );
    expect(rows).toEqual([]);
  });

  test("nothing is found while no books are open", async () => {
    for (const ask of [
      "find_customers('smith', 8)",
      "matching_customers('smith')",
      "find_products('mulch', 8)",
    ])
      await expect(pool().query(`select * from books.${ask}`)).rejects.toMatchObject({
        code: expect.stringMatching(/42704|22P02/),
      });
  });
});

test.each<[string, string[]]>([
  ["4006381333931", ["Cedar mulch"]],
  ["4006", ["Paving sand", "Cedar mulch"]],
  ["mul-1", ["Cedar mulch"]],
  ["rake", ["Mulch rake", "Rake handle"]],
  ["mulch", ["Mulch rake", "Cedar mulch"]],
  ["shredded", ["Cedar mulch"]],
  ["ceder mulhc", ["Cedar mulch"]],
  ["straw", []],
  ["", []],
  ["nothing like it", []],
])("the product %j", async (search, names) => {
  const rows = await business.read((books) => findProducts(books, { search }));
  expect(rows.map((row) => row.name)).toEqual(names);
});

test("a barcode and a whole SKU are exact, the beginning of one isn't", async () => {
  const exact = async (search: string) =>
    (await business.read((books) => findProducts(books, { search }))).map((row) => row.exact);
  expect(await exact("4006381333931")).toEqual([true]);
  expect(await exact("4006")).toEqual([true, false]);
  expect(await exact("mul-")).toEqual([false]);
});

test("of one name, by number as people count", async () => {
  const fresh = await freshBusiness();
  for (const number of ["T-10", "T-9"])
    await fresh.change(async (books) => {
      await createCustomer(books, inputOf(NewCustomer, { name: "Twin", number }));
      return createProduct(books, inputOf(NewProduct, { name: "Twin", sku: number, price: "1" }));
    });
  const read = await fresh.read(async (books) => [
    (await findCustomers(books, "twin")).map((row) => row.number),
    (await findProducts(books, { search: "twin" })).map((row) => row.sku),
  ]);
  expect(read).toEqual([
    ["T-9", "T-10"],
    ["T-9", "T-10"],
  ]);
});
