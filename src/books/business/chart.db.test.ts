// The chart of accounts: an account's number is its own for good, its name is changed by one at a time, and it is put away
// only when nothing uses it.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { NewAccount } from "@/domain/business/account-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { archiveProduct, createProduct, unarchiveProduct } from "../products/products.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { archiveAccount, createAccount, readChart, renameAccount, unarchiveAccount } from "./chart.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [] });
});
afterAll(closePool);

const chart = () => business.read(readChart);
const account = async (code: string) => (await chart()).find((each) => each.code === code);
const add = (code: string, name = "Plants", kind: NewAccount["kind"] = "revenue") =>
  business.change((books) => createAccount(books, inputOf(NewAccount, { code, name, kind })));
const product = (chartCode: string) =>
  business.change((books) =>
    createProduct(books, inputOf(NewProduct, { name: "Topsoil", price: "42", chartCode })),
  );

test("what a business starts with has its parts, in the order of the numbers", async () => {
  const codes = (await chart()).map(({ code, role }) => [code, role]);
  expect(codes.slice(0, 4)).toEqual([
    ["1000", "bank"],
    ["1100", "undeposited-funds"],
    ["1200", "receivable"],
    ["1210", "retainage-receivable"],
  ]);
  await add("4000.2");
  await add("4000.10");
  expect((await chart()).map(({ code }) => code).filter((code) => code.startsWith("4000"))).toEqual([
    "4000",
    "4000.2",
    "4000.10",
  ]);
});

test("an account's number is taken for good, and a product can sell into it", async () => {
  await add("4010");
  await expect(add("4010", "Other")).rejects.toMatchObject({ code: "code-taken", field: "code" });
  await business.change((books) => archiveAccount(books, "4010"));
  await expect(add("4010", "Other")).rejects.toMatchObject({ code: "code-taken" });
  await expect(product("4010")).rejects.toMatchObject({ code: "not-found", field: "chartCode" });
  await business.change((books) => unarchiveAccount(books, "4010"));
  await product("4010");
  expect(await account("4010")).toEqual({
    code: "4010",
    name: "Plants",
    kind: "revenue",
    role: null,
    bank: false,
    agency: null,
    products: 1,
    version: 3,
    archived: false,
  });
});

test("a name is changed from the version that was seen, one with a part, too", async () => {
  const rename = (version: number, name: string) =>
    business.change((books) => renameAccount(books, { code: "1200", version, name }));
  expect(await rename(1, "Trade debtors")).toEqual({ version: 2 });
  await expect(rename(1, "Debtors")).rejects.toMatchObject({
    code: "changed-meanwhile",
    details: { version: 2, now: { name: "Trade debtors" } },
  });
  expect(await rename(2, "Trade debtors")).toEqual({ version: 2 });
  expect(await account("1200")).toMatchObject({ name: "Trade debtors", role: "receivable" });
});

test("what something uses is not put away, and it says what", async () => {
  const archive = (code: string) => business.change((books) => archiveAccount(books, code));
  await expect(archive("1200")).rejects.toMatchObject({
    code: "account-in-use",
    details: { because: "The books post to it by themselves: what customers owe." },
  });
  await add("4010");
  const { productId } = await product("4010");
  await expect(archive("4010")).rejects.toMatchObject({
    code: "account-in-use",
    details: { because: "The revenue of 1 product goes there. Give them another account first." },
  });
  await business.change((books) => archiveProduct(books, productId));
  expect(await archive("4010")).toEqual({ version: 2 });
  expect(await archive("4010")).toEqual({ version: 2 });
  // Brought back, it would sell into an account that nobody keeps.
  await expect(business.change((books) => unarchiveProduct(books, productId))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(archive("9999")).rejects.toMatchObject({ code: "not-found" });
});

test("an account is not put away while a product is being put on it", async () => {
  await add("4010");
  let archived: Promise<unknown> = Promise.resolve();
  await business.change(async (books) => {
    await createProduct(books, inputOf(NewProduct, { name: "Topsoil", price: "42", chartCode: "4010" }));
    archived = business.change((others) => archiveAccount(others, "4010")).catch((error: unknown) => error);
    // Time for the other to reach the account's row.
    await books.tx.execute(sql`select pg_sleep(0.2)`);
  });
  expect(await archived).toMatchObject({ code: "account-in-use" });
});
