// For tests: rows of invoices, and of the day each was settled, as a file that is brought in.
import { createHash } from "node:crypto";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import { NO_ENTRIES, type Entry, type FileCustomer } from "@/domain/imports/entries.ts";
import { planFor } from "@/domain/imports/plan.ts";
import type { Brought } from "../imports/brought.ts";

export type BroughtRow = {
  customerNumber: string;
  invoiceNumber: string;
  issuedOn: Day;
  dueOn: Day;
  amountCents: Cents;
  settledOn: Day | null;
};

const keyOf = (number: string) => `#${number.toUpperCase()}`;

export function numberedCustomer(number: string, name: string | null = null): FileCustomer {
  const texts = {
    company: "",
    contact: "",
    firstName: "",
    lastName: "",
    title: "",
    email: "",
    phone: "",
    mobile: "",
    fax: "",
    street: "",
    city: "",
    region: "",
    postalCode: "",
    country: "",
    shipping: "",
  };
  return {
    key: keyOf(number),
    row: 2,
    number,
    name,
    ...texts,
    terms: null,
    limitCents: null,
    openingCents: null,
    taxNumber: "",
    memo: "",
    labels: "",
  };
}

export function broughtRows(rows: readonly BroughtRow[], name = "file.csv"): Brought {
  const customers = new Map<string, FileCustomer>();
  const entries = rows.map((row, at): Entry => {
    const key = keyOf(row.customerNumber);
    if (!customers.has(key)) customers.set(key, numberedCustomer(row.customerNumber));
    const { invoiceNumber: number, issuedOn: on, dueOn, amountCents, settledOn } = row;
    const paid = settledOn && { on: settledOn, cents: amountCents };
    return {
      row: at + 2,
      kind: "invoice",
      customer: key,
      number,
      on,
      dueOn,
      amountCents,
      paid,
      disputed: false,
      method: null,
      memo: "",
    };
  });
  return {
    name,
    hash: createHash("sha256").update(JSON.stringify(rows)).digest(),
    fileId: null,
    plan: { ...planFor("receivables"), way: "history" },
    rows: rows.length,
    entries: { ...NO_ENTRIES, entries, customers: [...customers.values()] },
    faulty: 0,
  };
}
