// A run asks the database as often as it has batches, however many customers and invoices are in one: figures are read for all
// of a batch at once.
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { deliverBatch, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { approveRun, readRun, startRun } from "./runs.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
/** A hundred customers are made in so many goes. */
const BATCHES = 4;
/** What a hundred may cost, rehearsal and making together: two and a half questions each. */
const MOST_FOR_A_HUNDRED = 250;

afterAll(closePool);

async function addCustomers(business: Business, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await business
      .customer(`Customer ${n}`)
      .invoice("10.00", "2026-01-05", { dueOn: "2026-01-20" })
      .paid("4.00", "2026-02-10")
      .write();
}

async function asked(work: () => Promise<unknown>): Promise<number> {
  const queries = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = queries.mock.calls.length;
  queries.mockRestore();
  return count;
}

/** How often a whole rehearsal asks, each batch that is made, and what has them on their way. */
async function costOf(business: Business, kind: StatementKind, asOf: string) {
  const { runId } = await business.change((books) =>
    startRun(books, inputOf(NewRun, { kind, asOf: day(asOf), deliver: "none" })),
  );
  const run = await business.read((books) => readRun(books, runId));
  const rehearsal = await asked(async () => {
    while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  });
  await business.change((books) => approveRun(books, { runId }));
  const batches: number[] = [];
  for (let taken = 1; taken > 0;) {
    const cost = await asked(async () => {
      ({ taken } = await business.change((books) => makeBatch(books, LETTERHEAD, run)));
    });
    if (taken > 0) batches.push(cost);
  }
  const waiting = await business.read((books) => readUndelivered(books, runId, 200));
  const delivery = await asked(() => business.change((books) => deliverBatch(books, run, waiting)));
  return { made: waiting.length, rehearsal, batches, delivery };
}

test("a hundred customers cost as many questions as three: by batch, not by customer", async () => {
  const business = await freshBusiness();
  const costs = (asOf: string) =>
    STATEMENT_KINDS.reduce<Promise<Awaited<ReturnType<typeof costOf>>[]>>(
      async (before, kind) => [...(await before), await costOf(business, kind, asOf)],
      Promise.resolve([]),
    );
  await addCustomers(business, 3);
  const few = await costs("2026-02-27");
  await addCustomers(business, 97);
  const many = await costs("2026-02-28");
  for (const [index, { made, rehearsal, batches, delivery }] of many.entries()) {
    const [first] = few[index]?.batches ?? [];
    expect(made).toBe(100);
    expect(batches).toEqual(Array.from({ length: BATCHES }, () => first));
    expect({ rehearsal, delivery }).toEqual({
      rehearsal: few[index]?.rehearsal,
      delivery: few[index]?.delivery,
    });
    const whole = batches.reduce((sum, one) => sum + one, rehearsal + delivery);
    expect(whole).toBeLessThanOrEqual(MOST_FOR_A_HUNDRED);
  }
}, 120_000);
