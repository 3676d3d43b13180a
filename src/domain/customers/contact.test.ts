// A contact and a location as a form holds them and as they are kept are the same, and are one line in the history.
import { expect, test } from "vitest";
import {
  contactDetails,
  contactText,
  contactTexts,
  locationDetails,
  locationText,
  locationTexts,
} from "./contact.ts";

const ANN = {
  name: "Ann Lee",
  title: "Foreman",
  email: "ann@x.example",
  phone: null,
  mobile: "555 0199",
  fax: null,
  contactRole: "owner",
  getsStatements: true,
  getsInvoices: false,
} as const;
const YARD = { name: "Yard", addressLines: ["2 Elm St", "Barre"] };

test("there and back they are the same", () => {
  expect(contactDetails(contactTexts(ANN))).toEqual(ANN);
  expect(locationDetails(locationTexts(YARD))).toEqual(YARD);
});

test("blanks around what was typed are no part of it, and nothing typed is none", () => {
  const typed = {
    name: " Bo ",
    title: " ",
    email: " ",
    phone: " 555 ",
    mobile: "",
    fax: " 7 ",
    contactRole: "gossip",
    getsStatements: "",
    getsInvoices: "yes",
  };
  const bo = {
    name: "Bo",
    title: "",
    email: null,
    phone: "555",
    mobile: null,
    fax: "7",
    contactRole: "",
    getsStatements: false,
    getsInvoices: true,
  };
  expect(contactDetails(typed)).toEqual(bo);
  expect(locationDetails({ name: " Yard ", addressLines: "\n 1 \n\n" })).toEqual({
    name: "Yard",
    addressLines: ["1"],
  });
});

test("one line says all that is known", () => {
  expect(contactText(ANN)).toBe(
    "Ann Lee · Foreman · ann@x.example · mobile 555 0199 · role owner · gets statements",
  );
  const bare = {
    ...ANN,
    title: "",
    email: null,
    mobile: null,
    contactRole: "",
    getsStatements: false,
  } as const;
  expect(contactText(bare)).toBe("Ann Lee");
  expect(contactText({ ...bare, getsInvoices: true })).toBe("Ann Lee · gets invoices");
  expect(locationText(YARD)).toBe("Yard · 2 Elm St · Barre");
});
