// The first steps tick themselves one by one, are gone when all are done, and are no business of one that is long at work.
import { afterAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { createProduct } from "../products/products.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { readFirstSteps } from "./first-steps.ts";
import { changeDetails, changeTax, readSettings } from "./settings.ts";

afterAll(closePool);

const NONE = { address: false, tax: false, product: false, customer: false, credit: false };

test("each is ticked when it is done, and when all are there is nothing to show", async () => {
  const business = await freshBusiness();
  const steps = async () => (await business.read(readFirstSteps))?.done ?? null;
  const version = async () => (await business.read(readSettings)).version;
  expect(await steps()).toEqual(NONE);

  const details = { version: await version(), addressLines: ["1 Elm Street"], phone: "", email: "" };
  await business.change((books) => changeDetails(books, details));
  expect(await steps()).toEqual({ ...NONE, address: true });

  // That nothing is taxed is an answer, too, where somebody gave it.
  const tax = { version: await version(), taxName: "Sales tax", taxRate: null };
  await business.change((books) => changeTax(books, tax));
  expect(await steps()).toEqual({ ...NONE, address: true, tax: true });

  await business.change((books) =>
    createProduct(books, inputOf(NewProduct, { name: "Topsoil", price: "10.00" })),
  );
  const account = await business.customer("Greenleaf").write();
  expect(await steps()).toEqual({ address: true, tax: true, product: true, customer: true, credit: false });

  expect(await business.read(readFirstSteps)).toMatchObject({ customerId: account.customerId });
  await business.change(({ tx }) =>
    tx.execute(sql`update books.accounts set charging_allowed = true, limit_cents = 100
      where id = ${account.accountId}::uuid`),
  );
  expect(await steps()).toBeNull();
});

test("a business with a hundred events isn't told how to begin", async () => {
  const business = await freshBusiness();
  await business.change(({ tx }) =>
    tx.execute(sql`update books.counters set next = 101 where series = 'event'`),
  );
  expect(await business.read(readFirstSteps)).toBeNull();
});
