// What a file would do is said with every figure that isn't nothing, and why it can't yet by the first thing that is open.
import { expect, test } from "vitest";
import type { ImportLook } from "@/domain/imports/look.ts";
import { cents } from "@/domain/values/money.ts";
import { broughtWords, effectWords, notBroughtWords, whyNot } from "./import-words.ts";

const NOTHING = {
  rows: 0,
  invoices: 0,
  credits: 0,
  payments: 0,
  customers: 0,
  totalCents: cents(0),
  openCents: cents(0),
  creditCents: cents(0),
  firstOn: null,
  lastOn: null,
};

type Given = { figures?: Partial<ImportLook["figures"]> } & Partial<Omit<ImportLook, "figures">>;
const effect = ({ figures, ...given }: Given) =>
  effectWords({
    kind: "receivables",
    newCustomers: 0,
    matchedCustomers: 0,
    alreadyThere: 0,
    ...given,
    figures: { ...NOTHING, ...figures },
  });

test.each<[string | null, Given]>([
  [
    "Import 2,466 invoices, 1 payment, 100 new customers",
    { figures: { invoices: 2466, payments: 1 }, newCustomers: 100 },
  ],
  ["Import 1 credit memo", { figures: { credits: 1 } }],
  [null, {}],
  ["Import 3 new customers", { kind: "customers", newCustomers: 3 }],
  ["Import 3 new customers, update 1,200", { kind: "customers", newCustomers: 3, matchedCustomers: 1200 }],
  ["Update 1 customer", { kind: "customers", matchedCustomers: 1 }],
  [
    "Change the credit limits of 2 customers",
    { kind: "limits", figures: { rows: 5 }, matchedCustomers: 3, alreadyThere: 1 },
  ],
  [null, { kind: "limits", figures: { rows: 5 }, matchedCustomers: 3, alreadyThere: 3 }],
  [
    "Import contacts of 1 customer",
    { kind: "contacts", figures: { rows: 2 }, matchedCustomers: 1, alreadyThere: 1 },
  ],
  [null, { kind: "contacts", figures: { rows: 2 }, matchedCustomers: 1, alreadyThere: 2 }],
  ["Import 2 products", { kind: "products", figures: { rows: 2 } }],
])("%s", (words, given) => {
  expect(effect(given)).toBe(words);
});

test("what is open is said in the order in which it is dealt with", () => {
  const all = { questions: 2, near: 1, faultCount: 3 };
  expect(whyNot(all, false)).toBe("2 questions to answer first.");
  expect(whyNot({ ...all, questions: 0 }, false)).toBe("1 customer name to decide first.");
  expect(whyNot({ questions: 0, near: 0, faultCount: 3 }, false)).toMatch(/^3 errors/);
  expect(whyNot({ questions: 0, near: 0, faultCount: 3 }, true)).toBeNull();
});

test("an import says what it brought and what it left", () => {
  const summary = {
    invoices: 1,
    credits: 0,
    payments: 2,
    newCustomers: 0,
    openings: 0,
    updated: 0,
    newContacts: 0,
    newProducts: 0,
    skipped: 1,
    leftOut: 2,
    totalCents: cents(1),
    openCents: cents(1),
  };
  expect(broughtWords(summary)).toBe("1 invoice, 2 payments");
  expect(notBroughtWords(summary)).toBe("1 row stood in the books already; 2 rows left out for errors.");
  expect(broughtWords({ ...summary, invoices: 0, payments: 0 })).toBe("nothing new");
  expect(notBroughtWords({ ...summary, skipped: 0, leftOut: 0 })).toBeNull();
});
