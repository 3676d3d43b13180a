// A profile as a form holds it and as it is kept are the same, and what nobody typed is nothing.
import { describe, expect, test } from "vitest";
import {
  CUSTOMER_FIELDS,
  detailsOf,
  linesOf,
  nameOf,
  textsOf,
  writtenOf,
  type CustomerDetails,
} from "./customer.ts";

const GREENLEAF: CustomerDetails = {
  name: "Greenleaf",
  number: "C-0042",
  company: "Greenleaf Landscaping LLC",
  firstName: "Luis",
  lastName: "Ortiz",
  email: "office@greenleaf.example",
  phone: null,
  addressLines: ["77 Meadow Lane"],
  city: "Barre",
  region: "VT",
  postalCode: "05641",
  country: "US",
  shippingLines: [],
  terms: "net-30",
  taxNumber: "03-1234567",
  memo: "Ask for the job name.\nOn every ticket.",
  privateNotes: "",
};

test("there and back it is the same", () => {
  expect(detailsOf(textsOf(GREENLEAF))).toEqual(GREENLEAF);
  expect(Object.keys(textsOf(GREENLEAF)).sort()).toEqual(Object.keys(CUSTOMER_FIELDS).sort());
});

test.each([
  ["", []],
  [" \n\n ", []],
  [" 1 Elm St \r\n\n Barre ", ["1 Elm St", "Barre"]],
])("the lines of %j", (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

describe("the name", () => {
  const whole = { name: "G", company: "Greenleaf LLC", firstName: "Luis", lastName: "Ortiz" };
  test.each([
    ["is what was typed", {}, "G"],
    ["is else the company's", { name: " " }, "Greenleaf LLC"],
    ["is else the person's", { name: "", company: "" }, "Luis Ortiz"],
    ["is else the half that is known", { name: "", company: "", lastName: "" }, "Luis"],
    ["is else none", { name: "", company: "", firstName: "", lastName: " " }, ""],
  ])("%s", (_what, part, name) => {
    expect(nameOf({ ...whole, ...part })).toBe(name);
  });
});

test("terms are taken as they were chosen or typed, for the door to judge", () => {
  for (const text of ["net-45", "eom", "net-soon"])
    expect(detailsOf({ ...textsOf(GREENLEAF), terms: ` ${text} ` }).terms).toBe(text);
});

test("the history writes terms as people say them", () => {
  const said = ["net-0", "net-30-2-10", "45"].map((text) => writtenOf("terms", text));
  // Once they were kept as days.
  expect([...said, writtenOf("memo", "45")]).toEqual(["Immediate", "2/10 net 30", "Net 45", "45"]);
});
