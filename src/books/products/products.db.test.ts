// Products: kept as they were entered, changed by one at a time, never two under one SKU or barcode, and put away without
// a trace lost.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import type { productList } from "@/domain/products/product-list.ts";
import { inputOf } from "@/domain/input-of.ts";
import { cents } from "@/domain/values/money.ts";
import { NewProduct, EditedProduct } from "@/domain/products/product.ts";
import { byName, byNumber } from "../lists/list-order.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { countProducts, listProducts } from "./product-list.ts";
import {
  archiveProduct,
  createProduct,
  editProduct,
  readProduct,
  readRevenueAccounts,
  unarchiveProduct,
} from "./products.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
beforeAll(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [] });
});
afterAll(closePool);

const create = (more: Partial<NewProduct> = {}, shop = business) =>
  shop.change((books) =>
    createProduct(books, inputOf(NewProduct, { name: "Topsoil", price: "42", ...more })),
  );
const read = (productId: string) => business.read((books) => readProduct(books, productId));

test("what was entered is what is there, to the last decimal", async () => {
  const { productId } = await create({
    name: "Drip line",
    sku: "DRIP",
    barcode: "0123",
    description: "Half inch",
    costCents: cents(21),
    price: "0.03875001",
    unit: "ft",
    taxable: false,
    retainable: false,
  });
  expect(await read(productId)).toEqual({
    productId,
    name: "Drip line",
    sku: "DRIP",
    barcode: "0123",
    description: "Half inch",
    costCents: 21,
    price: "0.03875001",
    unit: "ft",
    group: "",
    chartCode: "4000",
    taxable: false,
    retainable: false,
    version: 1,
    archived: false,
  });
});

test("a SKU or a barcode is one product's; many may have none, and another business its own", async () => {
  await create({ sku: "ONE", barcode: "111" });
  await expect(create({ sku: "ONE" })).rejects.toMatchObject({ code: "sku-taken", field: "sku" });
  await expect(create({ barcode: "111" })).rejects.toMatchObject({ code: "barcode-taken", field: "barcode" });
  await create();
  await create();
  const both = await Promise.allSettled([create({ sku: "AT-ONCE" }), create({ sku: "AT-ONCE" })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await create({ sku: "ONE" }, await freshBusiness());
  const { productId } = await create({ sku: "TWO" });
  const edited = { productId, version: 1, name: "Two", price: "1", sku: "ONE" };
  await expect(
    business.change((books) => editProduct(books, inputOf(EditedProduct, edited))),
  ).rejects.toMatchObject({
    code: "sku-taken",
  });
});

test("revenue goes to an account for revenue, and to no other", async () => {
  expect(await business.read(readRevenueAccounts)).toEqual([{ code: "4000", name: "Sales" }]);
  for (const chartCode of ["1200", "4300", "none"])
    await expect(create({ chartCode })).rejects.toMatchObject({
      code: "not-found",
      details: { field: "chartCode" },
    });
  await create({ chartCode: "4000" });
});

describe("changing one", () => {
  const edit = (productId: string, version: number, more: Partial<NewProduct> = {}) =>
    business.change((books) =>
      editProduct(
        books,
        inputOf(EditedProduct, { productId, version, name: "Topsoil", price: "42", ...more }),
      ),
    );

  test("takes what is given, and counts the version", async () => {
    const { productId } = await create({ sku: "E-1", unit: "yd" });
    expect(await edit(productId, 1, { price: "43.10", unit: "t" })).toEqual({ version: 2 });
    expect(await read(productId)).toMatchObject({ price: "43.1", unit: "t", sku: "", version: 2 });
  });

  test("an older version is refused with the product as it is now, and nothing changes", async () => {
    const { productId } = await create();
    await edit(productId, 1, { price: "50" });
    const now = await read(productId);
    await expect(edit(productId, 1, { price: "60" })).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { version: 2, now: { name: "Topsoil", price: "50", cost: "", taxable: "yes" } },
    });
    expect(await read(productId)).toEqual(now);
    expect(await edit(productId, 2, { price: "60" })).toEqual({ version: 3 });
    expect(await edit(productId, 3, { price: "60.00" })).toEqual({ version: 3 });
  });

  test("two at once: one is kept, the other hears of it", async () => {
    const { productId } = await create();
    const both = await Promise.allSettled([
      edit(productId, 1, { price: "1" }),
      edit(productId, 1, { price: "2" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(productId)).version).toBe(2);
  });

  test("putting away counts as a change; twice is once, and it comes back as it was", async () => {
    const { productId } = await create({ sku: "AWAY" });
    const away = () => business.change((books) => archiveProduct(books, productId));
    expect([await away(), await away()]).toEqual([{ version: 2 }, { version: 2 }]);
    expect((await read(productId)).archived).toBe(true);
    await expect(edit(productId, 1)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await business.change((books) => unarchiveProduct(books, productId));
    expect(await read(productId)).toMatchObject({ archived: false, sku: "AWAY", version: 3 });
  });

  test.each(["nobody", "00000000-0000-4000-8000-000000000000"])("%s isn't there", async (productId) => {
    await expect(read(productId)).rejects.toMatchObject({ code: "not-found" });
    await expect(edit(productId, 1)).rejects.toMatchObject({ code: "not-found" });
  });

  test("another business's product isn't there", async () => {
    const elsewhere = await freshBusiness();
    const { productId } = await create({}, elsewhere);
    await expect(read(productId)).rejects.toMatchObject({ code: "not-found" });
    await expect(edit(productId, 1)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the list", () => {
  let shop = undefined as unknown as Business;
  beforeAll(async () => {
    shop = await freshBusiness();
    await shop.change(async (books) => {
      for (let n = 0; n < 110; n++)
        await createProduct(
          books,
          inputOf(NewProduct, {
            name: `Thing ${n % 9}`,
            sku: n % 3 ? `S-${n}` : "",
            price: `${n % 11}.5`,
          }),
        );
      await createProduct(books, inputOf(NewProduct, { name: "Żwir 100%", barcode: "5901234", price: "1" }));
      const { productId } = await createProduct(
        books,
        inputOf(NewProduct, { name: "Old thing", price: "1" }),
      );
      await archiveProduct(books, productId);
      return null;
    });
  });
  const list = (query: QueryOf<typeof productList>) => shop.read((books) => listProducts(books, query));

  test.each(["name", "sku", "price"] as const)("by %s: every one once, in order, both ways", async (sort) => {
    for (const direction of ["asc", "desc"] as const) {
      const rows = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page: Awaited<ReturnType<typeof list>> = await list({ sort, direction, cursor });
        rows.push(...page.rows);
        cursor = page.next ?? undefined;
        more = page.next !== null;
      }
      expect(new Set(rows.map((row) => row.productId)).size).toBe(111);
      const keys = rows.map((row) => (sort === "price" ? Number(row.price) : row[sort].toLowerCase()));
      const { compare } = new Intl.Collator("en", { numeric: sort === "sku" });
      const before = (a: string | number, b: string | number) =>
        typeof a === "number" ? a - Number(b) : compare(a, String(b));
      const sorted = [...keys].sort(before);
      expect(keys).toEqual(direction === "asc" ? sorted : sorted.toReversed());
    }
  });

  test.each(["name", "sku"])("a page by %s comes from an index in its order", async (sort) => {
    const order = sort === "sku" ? byNumber(sql`p.sku`) : byName(sql`p.name`);
    const plan = await shop.read(async ({ tx }) => {
      // So few are sorted faster than they are walked.
      await tx.execute(sql`set local enable_sort = off`);
      return tx.execute(sql`explain select p.id from books.products p order by ${order.key}, p.id limit 51`);
    });
    expect(JSON.stringify(plan)).toContain(`products_by_${sort}`);
  });

  test.each<[string, string[]]>([
    ["zwir", ["Żwir 100%"]],
    ["ŻWIR 100%", ["Żwir 100%"]],
    ["590123", ["Żwir 100%"]],
    ["%", ["Żwir 100%"]],
    ["_", []],
    ["old", []],
    // With a slip, as at the counter; but not beside what has the very words.
    ["zwri", ["Żwir 100%"]],
    ["zwir 957", []],
  ])("search for %j", async (search, names) => {
    expect((await list({ search })).rows.map((row) => row.name)).toEqual(names);
  });

  test("what was put away has a list of its own; each list knows how many", async () => {
    expect((await list({ show: "archived" })).rows.map((row) => row.name)).toEqual(["Old thing"]);
    const count = (query: MatchOf<typeof productList>) => shop.read((books) => countProducts(books, query));
    expect(await count({})).toEqual({ count: 111 });
    expect(await count({ search: "thing" })).toEqual({ count: 110 });
    expect(await count({ search: "zwri" })).toEqual({ count: 1 });
    expect(await count({ show: "archived", search: "zwri" })).toEqual({ count: 0 });
    expect(await count({ show: "archived" })).toEqual({ count: 1 });
  });

  test.each(["x", writeCursor("x", "00000000-0000-4000-8000-00000000000x")])(
    "a mangled cursor %j is no fault of ours",
    async (cursor) => {
      for (const sort of ["name", "sku", "price"] as const)
        expect(await list({ sort, cursor })).toEqual(await list({ sort }));
    },
  );
});
