// The form of an application: each field says what is wrong with it, and a stranger's line is a plain one.
import { expect, test } from "vitest";
import { ApplicationForm, wrongFields } from "./application.ts";

const FORM = {
  business: "Alder Builders",
  contact: "Dana Alder",
  email: "dana@alder.example",
  phone: "555 0101",
  address: "1 Elm St\r\n\r\nBarre",
  years: "12",
  monthly: "4000",
  wanted: "6000",
  consent: "yes",
};

test("nothing typed is a fault of each field that has to be filled", () => {
  expect(wrongFields({}).sort()).toEqual([
    "address",
    "business",
    "consent",
    "contact",
    "email",
    "monthly",
    "phone",
    "wanted",
    "years",
  ]);
  expect(wrongFields(FORM)).toEqual([]);
});

test.each([
  ["years", ""],
  ["years", "-1"],
  ["years", "1e3"],
  ["years", "501"],
  ["monthly", "4,000"],
  ["wanted", "0"],
  ["wanted", "0x10"],
  ["wanted", "1000000001"],
  ["email", "dana"],
  ["phone", "55"],
  ["business", "\u200B"],
  ["contact", "x".repeat(201)],
  ["consent", "no"],
])("%s: %j is said to be wrong, and nothing else", (field, typed) => {
  expect(wrongFields({ ...FORM, [field]: typed })).toEqual([field]);
});

test("what turns a line around, breaks it or hides in it is taken out; an address keeps its lines", () => {
  const { business, address } = ApplicationForm.parse({
    ...FORM,
    business: " Al\u202Eder\n\tBuild\u2066ers\u0007 ",
  });
  expect([business, address]).toEqual(["Alder Builders", "1 Elm St\nBarre"]);
});
