// A customer of a class pays less for the products of a group, from the next document on, and for nothing else.
import { afterAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { listChanges } from "../customers/customer-changes.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import {
  addDiscounted,
  chooseCustomerClass,
  putAwayDiscounted,
  readDiscounts,
  readDiscountsOn,
  renameDiscounted,
  setDiscounts,
} from "./discounts.ts";
import { findProducts } from "./product-search.ts";
import { createProduct, readProduct } from "./products.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

async function trade() {
  const { customerId } = await business.customer("Mason").write();
  return business.change(async (books) => {
    const product = async (name: string, group: string) =>
      (await createProduct(books, inputOf(NewProduct, { name, price: "10", group }))).productId;
    const [slate, pots] = [await product("Slate", "Stone"), await product("Pots", "")];
    const { id: classId } = await addDiscounted(books, { kind: "class", name: "Trade" });
    const [stone] = (await readDiscounts(books)).groups;
    const groupId = stone?.id ?? "";
    await setDiscounts(books, { classId, percents: [{ groupId, percent: "12.5" }] });
    await chooseCustomerClass(books, { customerId, classId });
    return { customerId, classId, groupId, slate, pots };
  });
}
const on = (customerId: string | null, ...productIds: string[]) =>
  business.read((books) => readDiscountsOn(books, { customerId, productIds }));

test("by class and group, shown where the product is found; who walks in pays the price", async () => {
  const { customerId, slate, pots } = await trade();
  expect(await on(customerId, slate, pots)).toEqual({ [slate]: "12.5" });
  expect(await on(null, slate)).toEqual({});
  const found = async (buyer: string | null) =>
    (await business.read((books) => findProducts(books, { search: "slate", customerId: buyer })))[0]
      ?.discount;
  expect([await found(customerId), await found(null)]).toEqual(["12.5", "0"]);
  await expect(on("018f2d6e-0000-7000-8000-000000000001", slate)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("archived, a class or a group takes nothing off; brought back, it does again", async () => {
  const { customerId, classId, groupId, slate } = await trade();
  for (const [kind, id] of [
    ["class", classId],
    ["group", groupId],
  ] as const) {
    const put = (away: boolean) => business.change((books) => putAwayDiscounted(books, { kind, id, away }));
    await put(true);
    expect(await on(customerId, slate)).toEqual({});
    await put(false);
    expect(await on(customerId, slate)).toEqual({ [slate]: "12.5" });
  }
});

test("taken back, or of no class any more, they pay the price; the profile's history says so", async () => {
  const { customerId, classId, groupId, slate } = await trade();
  const set = (percent: string) =>
    business.change((books) => setDiscounts(books, { classId, percents: [{ groupId, percent }] }));
  expect(await set("12.5")).toEqual({ changed: 0 });
  expect(await set("0")).toEqual({ changed: 1 });
  expect(await on(customerId, slate)).toEqual({});
  await set("5");
  await business.change((books) => chooseCustomerClass(books, { customerId, classId: null }));
  expect(await on(customerId, slate)).toEqual({});
  const { rows } = await business.read((books) =>
    listChanges(books, { customerId, field: "Discount class" }),
  );
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    ["Trade", ""],
    ["", "Trade"],
  ]);
});

test("two names that differ by their case are one: for a group of a product, and for who adds another", async () => {
  const { slate, classId } = await trade();
  const { productId } = await business.change((books) =>
    createProduct(books, inputOf(NewProduct, { name: "Gravel", price: "10", group: "STONE" })),
  );
  const groups = [slate, productId].map((id) => business.read((books) => readProduct(books, id)));
  expect((await Promise.all(groups)).map(({ group }) => group)).toEqual(["Stone", "Stone"]);
  const again = business.change((books) => addDiscounted(books, { kind: "class", name: "trade" }));
  await expect(again).rejects.toMatchObject({ code: "name-taken" });
  const rename = (version: number) =>
    business.change((books) =>
      renameDiscounted(books, { kind: "class", id: classId, version, name: "Builders" }),
    );
  expect(await rename(1)).toEqual({ version: 2 });
  await expect(rename(1)).rejects.toMatchObject({ code: "changed-meanwhile" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("a percentage of a group that isn't there is refused", async () => {
  const { classId } = await trade();
  const percents = [{ groupId: "018f2d6e-0000-7000-8000-000000000001", percent: "5" }];
  const set = business.change((books) => setDiscounts(books, { classId, percents }));
  await expect(set).rejects.toMatchObject({ code: "not-found", field: "percents.0.groupId" });
});
