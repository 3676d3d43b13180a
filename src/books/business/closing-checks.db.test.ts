// What is told before a month is closed: what no bank has yet by its end, and what was posted since the last proof.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { readClosingChecks } from "./closing-checks.ts";
import { keepProof, proveBooks } from "./proofs.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

const checks = (from: string, through = from) =>
  business.read((books) => readClosingChecks(books, { from: day(from), through: day(through) }));
const prove = async () => {
  const proof = await business.read(proveBooks);
  await business.change((books) => keepProof(books, proof));
};

test("nothing was posted and nothing proven", async () => {
  expect(await checks("2026-01-01")).toEqual({
    drafts: 0,
    undepositedCents: 0,
    proof: null,
    unprovenEvents: 0,
  });
});

test("drafts are counted by the month that they are dated in, until they are issued or thrown away", async () => {
  await business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.invoice_drafts (issued_on, content, state, started_by, changed_by) values
        ('2026-01-31', '{}', 'open', 'x', 'x'), ('2026-01-01', '{}', 'open', 'x', 'x'),
        ('2026-02-01', '{}', 'open', 'x', 'x'), ('2026-01-15', '{}', 'discarded', 'x', 'x'), (null, '{}', 'open', 'x', 'x')`),
  );
  expect((await checks("2026-01-01")).drafts).toBe(2);
  expect((await checks("2026-01-01", "2026-02-01")).drafts).toBe(3);
});

test("money is counted up to the month's end, and events since the last proof by their month", async () => {
  const greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .paid("60.00", "2026-02-10")
    .paid("40.00", "2026-03-01")
    .write();
  expect(await checks("2026-01-01")).toMatchObject({ undepositedCents: 0, unprovenEvents: 1 });
  expect(await checks("2026-01-01", "2026-02-01")).toMatchObject({
    undepositedCents: 60_00,
    unprovenEvents: 2,
  });
  await prove();
  expect(await checks("2026-02-01")).toMatchObject({
    undepositedCents: 60_00,
    proof: { broken: 0 },
    unprovenEvents: 0,
  });
  await business.account(greenleaf).invoice("5.00", "2026-02-20").write();
  expect(await checks("2026-02-01")).toMatchObject({ unprovenEvents: 1 });
  expect(await checks("2026-03-01")).toMatchObject({ undepositedCents: 100_00, unprovenEvents: 0 });
});
