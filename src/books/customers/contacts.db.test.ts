// The people and places around a customer: added, edited and removed, each kept in the history of the customer.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewContact, ContactEdit } from "@/domain/customers/contact-input.ts";
import { addContact, editContact, removeContact } from "./contacts.ts";
import { listChanges } from "./customer-changes.ts";
import { readProfile } from "./customer-profile.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { addLocation, editLocation, removeLocation } from "./locations.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
let customerId = "";
beforeAll(async () => {
  business = await freshBusiness();
  customerId = (await business.customer("Greenleaf").write()).customerId;
});
afterAll(closePool);

const profile = () => business.read((books) => readProfile(books, customerId));
const changes = async (field: string) =>
  (await business.read((books) => listChanges(books, { customerId, field }))).rows.map((row) => [
    row.before,
    row.after,
  ]);
const ANN = { name: "Ann Lee", title: "Accounts", email: "ann@x.example", phone: "555 0101" };

test("a contact comes, changes and goes, and the history keeps each", async () => {
  const { contactId } = await business.change((books) =>
    addContact(books, inputOf(NewContact, { customerId, ...ANN, getsStatements: true })),
  );
  expect((await profile()).contacts).toEqual([
    {
      contactId,
      ...ANN,
      mobile: null,
      fax: null,
      contactRole: "",
      getsStatements: true,
      getsInvoices: false,
      version: 1,
    },
  ]);
  const { phone: _phone, ...unreachable } = ANN;
  await business.change((books) =>
    editContact(books, inputOf(ContactEdit, { contactId, version: 1, ...unreachable })),
  );
  expect((await profile()).contacts).toMatchObject([{ phone: null, getsStatements: false, version: 2 }]);
  await business.change((books) => removeContact(books, contactId));
  expect((await profile()).contacts).toEqual([]);
  const [first, second] = [
    "Ann Lee · Accounts · ann@x.example · 555 0101 · gets statements",
    "Ann Lee · Accounts · ann@x.example",
  ];
  expect(await changes("Contact Ann Lee")).toEqual([
    [second, ""],
    [first, second],
    ["", first],
  ]);
  await expect(business.change((books) => removeContact(books, contactId))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a location comes, changes and goes, and the history keeps each", async () => {
  const yard = { name: "Yard", addressLines: ["2 Elm St", "Barre"] };
  const { locationId } = await business.change((books) => addLocation(books, { customerId, ...yard }));
  expect((await profile()).locations).toEqual([
    { locationId, ...yard, taxId: null, taxName: null, version: 1 },
  ]);
  await business.change((books) =>
    editLocation(books, { locationId, version: 1, name: "Yard", addressLines: ["3 Elm St"] }),
  );
  await business.change((books) => removeLocation(books, locationId));
  expect((await profile()).locations).toEqual([]);
  expect(await changes("Location Yard")).toEqual([
    ["Yard · 3 Elm St", ""],
    ["Yard · 2 Elm St · Barre", "Yard · 3 Elm St"],
    ["", "Yard · 2 Elm St · Barre"],
  ]);
});

describe("a stale edit says what stands now", () => {
  test("of a contact", async () => {
    const { contactId } = await business.change((books) =>
      addContact(books, inputOf(NewContact, { customerId, ...ANN })),
    );
    await business.change((books) =>
      editContact(books, inputOf(ContactEdit, { contactId, version: 1, ...ANN, title: "Owner" })),
    );
    await expect(
      business.change((books) =>
        editContact(books, inputOf(ContactEdit, { contactId, version: 1, ...ANN, phone: "1" })),
      ),
    ).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { version: 2, now: { title: "Owner", phone: ANN.phone, getsStatements: "" } },
    });
  });

  test("of a location", async () => {
    const site = { name: "Site", addressLines: ["1"] };
    const { locationId } = await business.change((books) => addLocation(books, { customerId, ...site }));
    await business.change((books) => editLocation(books, { locationId, version: 1, ...site, name: "Two" }));
    await expect(
      business.change((books) => editLocation(books, { locationId, version: 1, ...site, name: "Three" })),
    ).rejects.toMatchObject({ details: { version: 2, now: { name: "Two", addressLines: "1" } } });
  });
});

test("nobody hangs on a customer who isn't here", async () => {
  const nobody = crypto.randomUUID();
  const adding = business.change((books) =>
    addContact(books, inputOf(NewContact, { customerId: nobody, name: "Bo" })),
  );
  await expect(adding).rejects.toMatchObject({ code: "not-found" });
  const place = { customerId: nobody, name: "Yard", addressLines: ["1"] };
  await expect(business.change((books) => addLocation(books, place))).rejects.toMatchObject({
    code: "not-found",
  });
});
