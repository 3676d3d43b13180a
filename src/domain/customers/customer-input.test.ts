// What no customer and no contact can be.
import { expect, test } from "vitest";
import { NewContact } from "./contact-input.ts";
import { CustomerEdit, NewCustomer } from "./customer-input.ts";

test.each<[string, object, string]>([
  ["no name", { name: " " }, "name"],
  ["a name too long", { name: "x".repeat(201) }, "name"],
  ["no address of mail", { email: "nobody" }, "email"],
  ["two addresses of mail", { email: "a@x.example,b@x.example" }, "email"],
  ["a line end in the address of mail", { email: "a@x.example\nBcc: b@x.example" }, "email"],
  ["terms of more than a year", { terms: "net-366" }, "terms"],
  ["terms backwards", { terms: "net--1" }, "terms"],
  ["half a day", { terms: "net-0.5" }, "terms"],
  ["a fraction of a cent", { limitCents: 0.5 }, "limitCents"],
])("%s is refused", (_what, more, field) => {
  const { error } = NewCustomer.safeParse({ name: "Greenleaf", ...more });
  expect(error?.issues[0]?.path).toEqual([field]);
});

test("a country is taken by its code or its name, and comes out as its code", () => {
  const countryIn = (country: string) => NewCustomer.safeParse({ name: "Greenleaf", country });
  expect(["", "ca", "Canada"].map((written) => countryIn(written).data?.country)).toEqual(["", "CA", "CA"]);
  expect(countryIn("Atlantis").error?.issues[0]?.path).toEqual(["country"]);
});

test("a field that isn't theirs is refused", () => {
  const { error } = NewCustomer.safeParse({ name: "Greenleaf", status: "good" });
  expect(error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["status"] });
});

const profile = {
  customerId: "00000000-0000-4000-8000-000000000000",
  version: 1,
  name: "Greenleaf",
  number: "C-1",
  company: "",
  firstName: "",
  lastName: "",
  email: null,
  phone: null,
  addressLines: ["1 Elm St"],
  city: "",
  region: "",
  postalCode: "",
  country: "",
  shippingLines: [],
  terms: "net-30",
  taxNumber: "",
  memo: "",
  privateNotes: "",
};

test.each<[string, object]>([
  ["no name", { name: " " }],
  ["no number", { number: "" }],
  ["seven lines", { addressLines: Array.from({ length: 7 }, (_, n) => `${n}`) }],
  ["a line too long", { shippingLines: ["x".repeat(121)] }],
  ["terms backwards", { terms: "net--1" }],
  ["no address of mail", { email: "nobody" }],
])("an edit to %s is refused by its field", (_what, part) => {
  const { error } = CustomerEdit.safeParse({ ...profile, ...part });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(part));
});

test("who gets statements has an e-mail address", () => {
  const ann = { customerId: "00000000-0000-4000-8000-000000000000", name: "Ann Lee", getsStatements: true };
  expect(NewContact.safeParse(ann).error?.issues[0]?.path).toEqual(["email"]);
  expect(NewContact.safeParse({ ...ann, email: "ann@x.example" }).success).toBe(true);
});
