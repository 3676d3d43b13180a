// Labels that come with a file of customers: made where nobody made them, put on and taken off by nobody, and given back by an undo.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { addLabel, labelCustomers, putAwayLabel, readLabels, readLabelsOf } from "../customers/labels.ts";
import { listChanges } from "../customers/customer-changes.ts";
import type { Books } from "../open.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { brought, customer, stored } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { MOST_NEW_LABELS, lookAtLabels } from "./labels.ts";
import { matchCustomers } from "./match-customers.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

type Business = Awaited<ReturnType<typeof freshBusiness>>;
const PLAN = { kind: "customers" } as const;
const labelled = (name: string, labels: string, row = 2): FileCustomer => ({
  ...customer(name),
  labels,
  row,
});
const bring = async (business: Business, customers: FileCustomer[]) => {
  const given = await stored(business, brought([], customers, PLAN));
  return { given, summary: await business.change((books) => bringIn(books, given)) };
};
const look = async (books: Books, customers: FileCustomer[]) => {
  const { known } = await matchCustomers(books, customers, {});
  return lookAtLabels(books, customers, { column: "Tags", known });
};
const idOf = (business: Business, name: string) =>
  business.read(async ({ tx }) => {
    const [row] = await tx.execute<{ id: string }>(sql`select id from books.customers where name = ${name}`);
    return row?.id ?? "";
  });
const labelsOf = async (business: Business, name: string) => {
  const id = await idOf(business, name);
  return (await business.read((books) => readLabelsOf(books, id))).map((label) => label.name);
};

test("those that are new are told before, made once, and put on new and known customers alike", async () => {
  const business = await freshBusiness();
  await business.change((books) => addLabel(books, { name: "Weekly" }));
  await business.change((books) => addLabel(books, { name: "Retail, large" }));
  await business.customer("Acme").write();
  const customers = [
    labelled("Acme", "weekly; Contractors", 2),
    labelled("Birch", "CONTRACTORS, Retail, large", 3),
  ];
  const looked = await business.read((books) => look(books, customers));
  expect(looked).toEqual({ newLabels: ["Contractors", "Retail", "large"], warnings: [], faults: [] });
  const { summary } = await bring(business, [
    labelled("Acme", "weekly; Contractors", 2),
    labelled("Birch", "CONTRACTORS; Retail, large", 3),
  ]);
  expect(summary).toMatchObject({ newCustomers: 1, updated: 1, skipped: 0 });
  expect(await labelsOf(business, "Acme")).toEqual(["Contractors", "Weekly"]);
  expect(await labelsOf(business, "Birch")).toEqual(["Contractors", "Retail, large"]);
  expect((await business.read(readLabels)).map(({ name, uses }) => [name, uses])).toEqual([
    ["Contractors", 2],
    ["Retail, large", 1],
    ["Weekly", 1],
  ]);
  const customerId = await idOf(business, "Acme");
  const { rows } = await business.read((books) => listChanges(books, { customerId, field: "Label" }));
  expect(rows.map(({ after }) => after).sort()).toEqual(["Contractors", "Weekly"]);
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("what stands so already isn't changed, and an empty cell takes none away", async () => {
  const business = await freshBusiness();
  await bring(business, [labelled("Acme", "Weekly; Contractors")]);
  const { summary } = await bring(business, [labelled("Acme", "contractors"), labelled("Birch", "", 3)]);
  expect(summary).toMatchObject({ updated: 0, skipped: 1, newCustomers: 1 });
  expect(await labelsOf(business, "Acme")).toEqual(["Contractors", "Weekly"]);
});

test("one that is archived is put on nobody anew, and that is told", async () => {
  const business = await freshBusiness();
  const { id } = await business.change((books) => addLabel(books, { name: "Old" }));
  await business.change((books) => putAwayLabel(books, { id, away: true }));
  const customers = [labelled("Acme", "Old; New", 7)];
  const { newLabels, warnings } = await business.read((books) => look(books, customers));
  expect([newLabels, warnings]).toMatchObject([["New"], [{ column: "Tags", rows: [7], count: 1 }]]);
  await bring(business, customers);
  expect(await labelsOf(business, "Acme")).toEqual(["New"]);
});

test("an undo takes off what it put on, and archives what it made and nobody has", async () => {
  const business = await freshBusiness();
  const { id } = await business.change((books) => addLabel(books, { name: "Weekly" }));
  const acme = await business.customer("Acme").write();
  const birch = await business.customer("Birch").write();
  await business.change((books) =>
    labelCustomers(books, { labelId: id, customerIds: [acme.customerId], on: true }),
  );
  const { given } = await bring(business, [labelled("Acme", "Weekly; Kept; Gone")]);
  const kept = (await business.read(readLabels)).find(({ name }) => name === "Kept");
  const also = { labelId: kept?.id ?? "", customerIds: [birch.customerId], on: true };
  await business.change((books) => labelCustomers(books, also));
  await business.change((books) => undoImport(books, given.fileId));
  expect(await labelsOf(business, "Acme")).toEqual(["Weekly"]);
  expect((await business.read(readLabels)).map(({ name, archived }) => [name, archived])).toEqual([
    ["Gone", true],
    ["Kept", false],
    ["Weekly", false],
  ]);
});

const named = (count: number, what: string) =>
  Array.from({ length: count }, (_, at) => `${what} ${at + 1}`).join("; ");

test("labels that a customer has and those of the file are 50 at most, however many rows are theirs", async () => {
  const business = await freshBusiness();
  await bring(business, [labelled("Acme", named(49, "Old"))]);
  const customers = [
    labelled("Acme", "old 1; New 1; New 2", 2),
    labelled("Acme", "Old 2; New 3", 3),
    { ...labelled("ACME", "New 4", 4), key: "~acme " },
    labelled("Birch", "New 5", 5),
  ];
  const { newLabels, faults } = await business.read((books) => look(books, customers));
  const says = "With the labels that they have, these are more than a customer can have (50).";
  expect(faults).toMatchObject([
    { row: 2, column: "Tags", says },
    { row: 4, column: "Tags", says },
  ]);
  expect(newLabels).toEqual(["New 3", "New 5"]);
  await expect(bring(business, customers)).rejects.toMatchObject({ code: "file-refused" });
  const given = await stored(business, brought([], customers, { ...PLAN, leaveFaulty: true }));
  const summary = await business.change((books) => bringIn(books, given));
  expect(summary).toMatchObject({ newCustomers: 1, updated: 1, leftOut: 2 });
  expect(await labelsOf(business, "Acme")).toHaveLength(50);
  // What they have already may be said again.
  const again = [labelled("Acme", named(49, "Old"))];
  expect((await business.read((books) => look(books, again))).faults).toEqual([]);
});

test("a file makes 200 labels at most", async () => {
  const business = await freshBusiness();
  const notes = Array.from({ length: MOST_NEW_LABELS + 2 }, (_, at) =>
    labelled(`Customer ${at}`, `Note ${at}`, at + 2),
  );
  const { newLabels, faults } = await business.read((books) => look(books, notes));
  expect(newLabels).toHaveLength(200);
  expect(faults.map(({ row, column }) => [row, column])).toEqual([
    [202, "Tags"],
    [203, "Tags"],
  ]);
  expect(faults[0]?.says).toMatch(/^A file makes 200 new labels at most/u);
  await expect(bring(business, notes)).rejects.toMatchObject({ code: "file-refused" });
});
