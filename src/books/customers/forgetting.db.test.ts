// An empty profile is deleted whole, with what is only about it; one that anything hangs on stays, whoever asks.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { whatGoes } from "@/domain/customers/forgetting.ts";
import { day } from "@/domain/values/day.ts";
import { addContact } from "./contacts.ts";
import { createCustomer } from "./customers.ts";
import { NewCustomer } from "@/domain/customers/customer-input.ts";
import { forgetCustomer, readForgettable } from "./forgetting.ts";
import { addLocation } from "./locations.ts";
import { mergeCustomers } from "./merges.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

const add = (name: string) =>
  business.change((books) => createCustomer(books, NewCustomer.parse({ name, limitCents: 5_00 })));
const forget = (customerId: string) => business.change((books) => forgetCustomer(books, customerId));

test("it goes with its contacts, locations and history, and nothing of it is left", async () => {
  const { customerId, number } = await add("Twice");
  await business.change(async (books) => {
    await addContact(books, {
      customerId,
      name: "Ann",
      title: "",
      email: null,
      phone: null,
      mobile: "555",
      fax: null,
      contactRole: "",
      getsStatements: false,
      getsInvoices: false,
    });
    await addLocation(books, { customerId, name: "Yard", addressLines: ["2 Elm St"] });
  });
  const goes = await business.read((books) => readForgettable(books, customerId));
  expect(whatGoes(goes)).toBe("the profile, 1 contact, 1 location and 3 entries of its history");
  expect(await forget(customerId)).toEqual({ number, name: "Twice" });
  const [left] = await business.read(({ tx }) =>
    tx.execute(sql`
      select count(*)::int as n from (
        select customer_id from books.accounts union all select customer_id from books.contacts
        union all select customer_id from books.locations union all select customer_id from books.customer_changes
        union all select id from books.customers) t (customer_id) where customer_id = ${customerId}::uuid`),
  );
  expect(left).toEqual({ n: 0 });
  await expect(forget(customerId)).rejects.toMatchObject({ code: "not-found" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("what was posted, also where it was reversed since, keeps them", async () => {
  const { customerId } = await business.customer("Paid").paid("10.00", "2026-01-01").write();
  await expect(forget(customerId)).rejects.toMatchObject({
    code: "customer-in-use",
    details: { keeps: ["events"] },
  });
});

test("a merge keeps both", async () => {
  const [from, into] = [await add("A"), await add("B")];
  await business.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: from.customerId,
      intoCustomerId: into.customerId,
      mergedOn: day("2026-01-05"),
      reason: "",
      choices: [],
    }),
  );
  for (const { customerId } of [from, into])
    await expect(forget(customerId)).rejects.toMatchObject({ details: { keeps: ["merges"] } });
});

test("the database refuses it without being asked first, and lets no history go before its profile", async () => {
  const { customerId } = await business.customer("Paid").paid("10.00", "2026-01-01").write();
  const past = business.change(({ tx }) =>
    tx.execute(sql`select books.forget_customer(${customerId}::uuid)`),
  );
  await expect(past).rejects.toMatchObject({ code: "customer-in-use" });
  const changes = business.change(({ tx }) =>
    tx.execute(sql`delete from books.customer_changes where customer_id = ${customerId}::uuid`),
  );
  await expect(changes).rejects.toThrow();
});
