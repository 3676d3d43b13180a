// A number that has another name in the books: asked once for all, and either the same or errors; never a silent guess.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { brought, customer, entry, holds } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { matchCustomers } from "./match-customers.ts";
import { renamedQuestion } from "./renamed.ts";

afterAll(closePool);

async function withHill() {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Hill Roofing", { number: "C-1", company: "Summit Group" }).write();
  await business.customer("C-2", { number: "C-2" }).write();
  const match = (customers: ReturnType<typeof customer>[], answers: Record<string, string> = {}) =>
    business.read((books) => matchCustomers(books, customers, answers));
  return { business, match };
}
const BAY = customer("Bay Paving", { number: "c-1" });

test.each([
  ["Hill Roofing, LLC", "C-1"],
  ["  hill  ROOFING", "c-1"],
  ["Summit Group Inc", "C-1"],
  ["C-1", "C-1"],
  // Who has no name in the books may be called anything.
  ["Anybody", "C-2"],
])("%s with number %s is who they are in the books", async (name, number) => {
  const { match } = await withHill();
  expect(await match([customer(name, { number })])).toMatchObject({ renamed: [], unknown: [] });
});

test("another name is asked, once for all, and each answer settles it", async () => {
  const { match } = await withHill();
  const { renamed, known } = await match([BAY]);
  expect(known.has(BAY.key)).toBe(true);
  const { says, options } = renamedQuestion(renamed, {});
  expect(says).toBe("Number c-1 is Hill Roofing in your books and Bay Paving in the file.");
  const [same, other] = options.map(({ patch }) => patch.customers ?? {});
  expect(await match([BAY], same)).toMatchObject({ renamed: [], contrary: new Map() });
  const apart = await match([BAY], other);
  expect([apart.renamed, apart.known.size, apart.unknown, [...apart.contrary.keys()]]).toEqual([
    [],
    0,
    [],
    [BAY.key],
  ]);
});

test("who isn't the customer with their number has errors for rows, and nothing of them comes in", async () => {
  const { business, match } = await withHill();
  const { renamed } = await match([BAY]);
  const [, other] = renamedQuestion(renamed, {}).options;
  const entries = [entry("1", 10_00, { customer: BAY.key }), entry("2", 5_00, { row: 3 })];
  const plan = { ...other?.patch, leaveFaulty: false };
  const customers = [BAY, customer("Acme")];
  await expect(
    business.change((books) => bringIn(books, brought(entries, customers, plan))),
  ).rejects.toMatchObject({
    code: "file-refused",
    details: { faults: [{ row: 2, says: "c-1 is Hill Roofing in your books and Bay Paving in the file." }] },
  });
  const left = brought(entries, customers, { ...plan, leaveFaulty: true });
  expect(await business.change((books) => bringIn(books, left))).toMatchObject({
    invoices: 1,
    leftOut: 1,
    newCustomers: 1,
  });
  const list = { ...brought([], [BAY]), plan: { ...planFor("customers"), ...plan, leaveFaulty: true } };
  expect(await business.change((books) => bringIn(books, list))).toMatchObject({ leftOut: 1, updated: 0 });
  await holds(business);
});
