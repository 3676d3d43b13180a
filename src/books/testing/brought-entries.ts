// For tests: customers and entries of a file, and the file that holds them.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { NO_ENTRIES, type Entry, type FileCustomer } from "@/domain/imports/entries.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Brought } from "../imports/brought.ts";
import { keepFile } from "../imports/files.ts";
import { readBusinessAging } from "../receivables/aging.ts";
import type { freshBusiness } from "../story/ledger-dsl.ts";
import { numberedCustomer } from "./brought.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

export const customer = (name: string, more: Partial<FileCustomer> = {}): FileCustomer => ({
  ...numberedCustomer("", name),
  key: more.number ? `#${more.number.toUpperCase()}` : `~${name.toLowerCase()}`,
  number: null,
  ...more,
});

export const entry = (number: string, amount: number, more: Partial<Entry> = {}): Entry => ({
  row: 2,
  kind: "invoice",
  customer: "~acme",
  number,
  on: day("2026-02-01"),
  dueOn: day("2026-03-03"),
  amountCents: cents(amount),
  paid: null,
  disputed: false,
  method: null,
  memo: "",
  ...more,
});

export const paid = (on: Day | null, amount: number) => ({ on, cents: cents(amount) });
let count = 0;

export function brought(
  entries: Entry[],
  customers: FileCustomer[],
  plan: Partial<ImportPlan> = {},
): Brought {
  const hash = createHash("sha256").update(`${count++}`).digest();
  const whole = { ...planFor("receivables"), way: "history" as const, ...plan };
  return {
    name: "f.csv",
    hash,
    fileId: null,
    plan: whole,
    rows: entries.length,
    entries: { ...NO_ENTRIES, entries, customers },
    faulty: 0,
  };
}

/** The same, as of a file that lies in the books. */
export async function stored(business: Business, given: Brought): Promise<Brought & { fileId: string }> {
  async function* parts() {
    yield Buffer.from("x");
  }
  const { fileId } = await business.change((books) =>
    keepFile(books, { kind: given.plan.kind, name: given.name, size: 1, hash: given.hash }, parts()),
  );
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.import_files set state = 'imported', look = '{}' where id = ${fileId}::uuid`),
  );
  return { ...given, fileId };
}

export async function holds(business: Business): Promise<void> {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
}

export const agingOn = (business: Business, on: string) =>
  business.read((books) => readBusinessAging(books, { asOf: day(on), knownAt: null }));
