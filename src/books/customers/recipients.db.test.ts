// Who gets a customer's papers: the customer themselves, and the contacts that are named for them.
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { NewMerge } from "@/domain/customers/merge-input.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { addContact, removeContact } from "./contacts.ts";
import { mergeCustomers } from "./merges.ts";
import { readRecipients } from "./recipients.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let bay: Account;
beforeEach(async () => {
  business = await freshBusiness();
  bay = await business.customer("Bay", { email: "office@bay.example" }).write();
});
afterAll(closePool);

const add = (name: string, more: object, { customerId } = bay) =>
  business.change((books) => addContact(books, inputOf(NewContact, { customerId, name, ...more })));
const live = async (paper: "statements" | "invoices") =>
  (await business.read((books) => readRecipients(books, bay.customerId, paper))).live;

test("without a contact for it, a paper goes to the customer's own address, and to nobody without one", async () => {
  expect(await live("statements")).toEqual(["office@bay.example"]);
  const silent = await business.customer("Silent").write();
  const to = await business.read((books) => readRecipients(books, silent.customerId, "statements"));
  expect(to).toEqual({ live: [], bounced: [] });
});

test("each kind goes to the customer and to the contacts that get it, each address once, by name", async () => {
  await add("Zoe", { email: "ap@bay.example", contactRole: "accounts-payable", getsStatements: true });
  const { contactId } = await add("Ann", { email: "AP@bay.example", getsStatements: true });
  await add("Bo", { email: "bo@bay.example", getsStatements: true, getsInvoices: true });
  await add("Cy", { email: "cy@bay.example" });
  await add("Di", { email: "Office@bay.example", getsStatements: true });
  expect(await live("statements")).toEqual(["office@bay.example", "AP@bay.example", "bo@bay.example"]);
  expect(await live("invoices")).toEqual(["office@bay.example", "bo@bay.example"]);
  await business.change((books) => removeContact(books, contactId));
  expect(await live("statements")).toEqual(["office@bay.example", "bo@bay.example", "ap@bay.example"]);
});

test("of customers who were merged, the contacts of all count", async () => {
  const twin = await business.customer("Bay Inc").write();
  await add("Ann", { email: "ann@bay.example", getsStatements: true }, twin);
  const [fromCustomerId, intoCustomerId] = [twin.customerId, bay.customerId];
  const merge = inputOf(NewMerge, { fromCustomerId, intoCustomerId, mergedOn: day("2026-03-20") });
  await business.change((books) => mergeCustomers(books, merge));
  expect(await live("statements")).toEqual(["office@bay.example", "ann@bay.example"]);
});
