// Files of contacts, brought into real books: of known customers only, by e-mail, else by name, and given back.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { NO_ENTRIES, type FileContact } from "@/domain/imports/entries.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { editContact } from "../customers/contacts.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { brought, customer, holds, stored } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

const contact = (row: number, name: string, more: Partial<FileContact> = {}): FileContact => ({
  row,
  customer: "~bay",
  name,
  title: "",
  email: "",
  phone: "",
  mobile: "",
  fax: "",
  role: "",
  getsStatements: null,
  getsInvoices: null,
  ...more,
});
const file = (contacts: FileContact[], leaveFaulty = false) => ({
  ...brought([], []),
  plan: { ...planFor("contacts"), leaveFaulty },
  entries: { ...NO_ENTRIES, contacts, customers: [customer("Bay"), customer("Acme")] },
});
const ANN = contact(2, "Ann Lee", { email: "ann@bay.example", title: "Owner", phone: "1" });
const BO = contact(3, "Bo");

async function oneCustomer() {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { customerId } = await business.customer("Bay", { number: "B-1" }).write();
  const bring = (given: ReturnType<typeof file>) => business.change((books) => bringIn(books, given));
  const people = async () =>
    (await business.read((books) => readProfile(books, customerId))).contacts.map(
      ({ name, title, email, phone }) => ({ name, title, email, phone }),
    );
  return { business, bring, people, customerId };
}

test("new ones are added, those there say what is new, by e-mail or name, and the rest is skipped", async () => {
  const { business, bring, people } = await oneCustomer();
  expect(await bring(file([ANN, BO]))).toMatchObject({ newContacts: 2, updated: 0, skipped: 0 });
  const again = [
    contact(2, "Ann Lee-Ray", { email: "ANN@bay.example", phone: "2" }),
    contact(3, "BO", { title: "Foreman" }),
    contact(4, "", { email: "ap@bay.example" }),
  ];
  expect(await bring(file(again))).toMatchObject({ newContacts: 1, updated: 2, skipped: 0 });
  expect(await people()).toEqual(
    expect.arrayContaining([
      { name: "Ann Lee-Ray", title: "Owner", email: "ANN@bay.example", phone: "2" },
      { name: "BO", title: "Foreman", email: null, phone: null },
      { name: "ap@bay.example", title: "", email: "ap@bay.example", phone: null },
    ]),
  );
  expect(await bring(file(again))).toMatchObject({ skipped: 3 });
  await holds(business);
});

test("of a customer who isn't there, each row is a fault; so is a second row of one contact", async () => {
  const { bring, people } = await oneCustomer();
  await bring(file([ANN]));
  const given = [
    contact(2, "", { email: "ann@bay.example", phone: "7" }),
    contact(3, "Ann Lee"),
    contact(4, "Cy", { customer: "~acme" }),
    contact(5, "Di", { customer: "~acme" }),
  ];
  await expect(bring(file(given))).rejects.toMatchObject({
    code: "file-refused",
    details: {
      faults: [
        { row: 4, says: "No such customer: “Acme”." },
        { row: 5, says: "No such customer: “Acme”." },
        { row: 3, says: "It is the same contact as on row 2." },
      ],
    },
  });
  expect(await bring(file(given, true))).toMatchObject({ newContacts: 0, updated: 1, leftOut: 3 });
  expect(await people()).toEqual([{ name: "Ann Lee", title: "Owner", email: "ann@bay.example", phone: "7" }]);
});

test("undone, those added are gone and those changed as before, unless somebody edited them since", async () => {
  const { business, bring, people, customerId } = await oneCustomer();
  await bring(file([ANN, BO]));
  const before = await people();
  const changed = [contact(2, "Ann Lee", { phone: "2" }), contact(3, "Bo", { phone: "3" }), contact(4, "Cy")];
  const given = await stored(business, file(changed));
  await business.change((books) => bringIn(books, given));
  expect(await people()).toHaveLength(3);
  const { contacts } = await business.read((books) => readProfile(books, customerId));
  for (const { contactId, version, name } of contacts.filter((each) => each.name === "Bo"))
    await business.change((books) =>
      editContact(books, {
        contactId,
        version,
        name,
        title: "Foreman",
        email: null,
        phone: "3",
        mobile: null,
        fax: null,
        contactRole: "",
        getsStatements: false,
        getsInvoices: false,
      }),
    );
  await business.change((books) => undoImport(books, given.fileId));
  expect(await people()).toEqual(
    before.map((each) => (each.name === "Bo" ? { ...each, title: "Foreman", phone: "3" } : each)),
  );
  await holds(business);
});

test("who gets which papers is brought in, kept where the file says nothing, and needs an address", async () => {
  const { business, bring, customerId } = await oneCustomer();
  const contacts = async () =>
    (await business.read((books) => readProfile(books, customerId))).contacts.map(
      ({ name, contactRole: role, getsStatements, getsInvoices }) => ({
        name,
        role,
        getsStatements,
        getsInvoices,
      }),
    );
  const email = "ann@bay.example";
  await bring(file([contact(2, "Ann Lee", { email, role: "owner", getsStatements: true })]));
  await bring(file([contact(2, "Ann Lee", { getsInvoices: true })]));
  const ann = { name: "Ann Lee", role: "owner", getsStatements: true, getsInvoices: true };
  expect(await contacts()).toEqual([ann]);
  expect(await bring(file([contact(2, "Ann Lee", { getsInvoices: true })]))).toMatchObject({ skipped: 1 });
  await expect(bring(file([contact(2, "Bo", { getsInvoices: true })]))).rejects.toMatchObject({
    details: { faults: [{ row: 2, says: "Papers go to it, and it has no e-mail." }] },
  });
  await bring(file([contact(2, "", { email, getsStatements: false })]));
  expect(await contacts()).toEqual([{ ...ann, getsStatements: false }]);
  await holds(business);
});
