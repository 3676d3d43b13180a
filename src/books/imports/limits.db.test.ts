// Files of credit limits, brought into real books: of known customers only, with the history of a decision, and given back.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { TAKES_TWO } from "@/domain/credit/limit-approval.ts";
import { NO_ENTRIES, type FileLimit } from "@/domain/imports/entries.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { cents } from "@/domain/values/money.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { brought, customer, holds, stored } from "../testing/brought-entries.ts";
import { addCustomers } from "./add-customers.ts";
import { bringIn } from "./bring-in.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

const CUSTOMERS = [
  customer("Bay", { number: "B-1" }),
  customer("Hill", { terms: "net-15" }),
  customer("Acme"),
];
const limit = (row: number, of: string, limitCents: number): FileLimit => ({
  row,
  customer: of,
  limit: { kind: "limit", limitCents: cents(limitCents) },
});
const BAY = limit(2, "#B-1", 5000_00);
const HILL: FileLimit = { row: 3, customer: "~hill", limit: { kind: "unlimited" } };
const file = (limits: FileLimit[], leaveFaulty = false) => ({
  ...brought(
    [],
    CUSTOMERS.filter(({ key }) => limits.some((each) => each.customer === key)),
  ),
  plan: { ...planFor("limits"), leaveFaulty },
  entries: {
    ...NO_ENTRIES,
    limits,
    customers: CUSTOMERS.filter(({ key }) => limits.some((each) => each.customer === key)),
  },
});

async function twoCustomers() {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay Paving", { number: "B-1" }).write();
  await business.customer("Hill", { number: "H-1" }).write();
  const credit = (number: string) => business.read((books) => readCreditAccount(books, number));
  return { business, credit };
}

test("limits of known customers are decided, with who asked and why; what stands so is skipped", async () => {
  const { business, credit } = await twoCustomers();
  const before = (await credit("B-1")).decided;
  expect(await business.change((books) => bringIn(books, file([BAY, HILL])))).toMatchObject({
    updated: 2,
    skipped: 0,
    newCustomers: 0,
  });
  const bay = await credit("B-1");
  expect(bay.decided).toEqual({ ...before, limit: BAY.limit });
  expect(bay.name).toBe("Bay Paving");
  expect(bay.changes).toMatchObject([{ before, after: bay.decided, reason: "Import of f.csv" }]);
  expect((await credit("H-1")).decided.limit).toEqual({ kind: "unlimited" });
  const raised = limit(2, "#B-1", 6000_00);
  expect(await business.change((books) => bringIn(books, file([raised, HILL])))).toMatchObject({
    updated: 1,
    skipped: 1,
  });
  expect((await credit("B-1")).changes).toHaveLength(2);
  await holds(business);
});

test("who isn't there, or is named twice, is a fault, and never a new customer", async () => {
  const { business, credit } = await twoCustomers();
  const twice = [BAY, limit(3, "~bay paving", 1_00), limit(4, "~acme", 7_00)];
  const given = file(twice);
  given.entries.customers.push(customer("Bay Paving"));
  await expect(business.change((books) => bringIn(books, given))).rejects.toMatchObject({
    code: "file-refused",
    details: {
      faults: [
        { row: 4, says: "No such customer: “Acme”." },
        { row: 3, says: "It is the same customer as on row 2." },
      ],
    },
  });
  expect((await credit("B-1")).changes).toEqual([]);
  const left = { ...given, plan: { ...given.plan, leaveFaulty: true } };
  expect(await business.change((books) => bringIn(books, left))).toMatchObject({
    updated: 1,
    leftOut: 2,
    newCustomers: 0,
  });
});

test("what takes a second person is a fault at its row, for who is known and who is new", async () => {
  const { business, credit } = await twoCustomers();
  await business.change(({ tx }) => tx.execute(sql`update books.settings set approve_above = 600000`));
  const known = file([limit(2, "#B-1", 6_000_01)]);
  await expect(business.change((books) => bringIn(books, known))).rejects.toMatchObject({
    code: "file-refused",
    details: { faults: [{ row: 2, says: TAKES_TWO }] },
  });
  expect((await credit("B-1")).changes).toEqual([]);
  const fresh = { ...customer("Rich"), row: 9, limitCents: cents(6_000_01) };
  await expect(business.change((books) => addCustomers(books, [fresh], new Map()))).rejects.toMatchObject({
    code: "file-refused",
    details: { faults: [{ row: 9, says: TAKES_TWO }] },
  });
});

test("undone, each limit and the terms are as before, unless somebody decided since", async () => {
  const { business, credit } = await twoCustomers();
  const [bay, hill] = [await credit("B-1"), await credit("H-1")];
  const given = await stored(business, file([BAY, HILL]));
  await business.change((books) => bringIn(books, given));
  const now = await credit("B-1");
  const terms = { ...now.decided, limit: { kind: "limit" as const, limitCents: cents(1_00) } };
  await business.change((books) =>
    changeCredit(books, { accountId: now.accountId, terms, reason: "too much", seen: now.decided }),
  );
  await business.change((books) => undoImport(books, given.fileId));
  expect((await credit("B-1")).decided).toEqual(terms);
  const back = await credit("H-1");
  expect([back.decided, back.terms]).toEqual([hill.decided, hill.terms]);
  expect(back.changes[0]).toMatchObject({ after: hill.decided, reason: "Import undone" });
  expect(bay.changes).toEqual([]);
  await holds(business);
});
