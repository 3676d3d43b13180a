// A number opens what bears it, whatever it is, and only that.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { findNumber } from "./find-number.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let paid = "";
beforeAll(async () => {
  business = await freshBusiness();
  await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31", { number: "INV-02011" })
    .invoice("40.00", "2026-02-01", { number: "INV-020110" })
    .paid("30.00", "2026-02-10")
    .write();
  await business.customer("Twin").invoice("5.00", "2026-02-01", { number: "Greenleaf" }).write();
  paid = await business.read(async ({ tx }) => {
    const [row] = await tx.execute<{ number: string }>(sql`select number from books.payments`);
    return row?.number ?? "";
  });
});
afterAll(closePool);

const find = async (search: string) => {
  const { numbered } = await business.read((books) => findNumber(books, search));
  return numbered.map(({ kind, number }) => `${kind} ${number}`).sort();
};

test.each(["INV-02011", "inv-02011", "  INV-02011 "])("%j is one invoice", async (typed) => {
  expect(await find(typed)).toEqual(["invoice INV-02011"]);
});

test("a payment is found by its number", async () => {
  expect(await find(paid.toLowerCase())).toEqual([`payment ${paid}`]);
});

test.each(["INV-2011", "inv-002011", "2011"])("%j is the invoice as its series writes it", async (typed) => {
  expect(await find(typed)).toEqual(["invoice INV-02011"]);
});

test("a customer's number doesn't differ by case, however it was typed before", async () => {
  const { customerId } = await business.customer("Mixed", { number: "Kd-Ab7x" }).write();
  for (const typed of ["Kd-Ab7x", "kD-aB7X"]) {
    const found = await business.read((books) => findNumber(books, typed));
    expect(found.numbered).toEqual([{ kind: "customer", id: customerId, number: "Kd-Ab7x" }]);
  }
});

test("a job is found by its number, in capitals or not, and as its series writes it", async () => {
  const { customerId } = await business.customer("Builder").write();
  const job = inputOf(NewJob, { customerId, name: "Oak Street", number: "J-0777" });
  await business.change((books) => createJob(books, job, { members: [], mayLimit: true }));
  for (const typed of ["J-0777", "j-0777", "J-777", "777"]) expect(await find(typed)).toEqual(["job J-0777"]);
});

test("digits alone are of every series; with a prefix, of one", async () => {
  expect(await find("1")).toEqual(["customer C-0001", "payment P-00001"]);
  expect(await find("p1")).toEqual([]);
  for (const typed of ["p-1", "p-00001", "P-00001"]) expect(await find(typed)).toEqual(["payment P-00001"]);
  expect(await find("c-1")).toEqual(["customer C-0001"]);
});

test.each(["", " ", "INV-020", "%", "INV-0201%"])("%j is no number", async (typed) => {
  expect(await find(typed)).toEqual([]);
});

test.each([
  ["INV-02011", true],
  ["inv-2011", true],
  ["2011", false],
  ["Greenleaf", false],
])("whether %j can mean nothing but a number: %j", async (typed, isSure) => {
  const found = await business.read((books) => findNumber(books, typed));
  expect([found.numbered.length, found.isSure]).toEqual([1, isSure]);
});

test("nothing of another business is found", async () => {
  const other = await freshBusiness();
  const found = await other.read((books) => findNumber(books, "INV-02011"));
  expect(found).toEqual({ numbered: [], isSure: false });
});
