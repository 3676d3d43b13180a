// The chain of hashes (I21): change any part of what an event says, as the owner of the tables and with the guards
// switched off, and the check names that event.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checks, runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { direct, drizzleOn, type Direct } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

let owner: Direct;
let account = "";
let events: number[] = [];
beforeAll(async () => {
  owner = direct(needed("MIGRATOR_DATABASE_URL"));
  const business = await freshBusiness();
  const greenleaf = business.customer("Greenleaf").invoice("100.00", "2026-01-31", { memo: "Mulch" });
  account = (await greenleaf.paid("60.00", "2026-02-10").invoice("5.00", "2026-03-01").write()).accountId;
  await business.read(async ({ tx }) => {
    expect((await runChecks(tx)).broken).toEqual([]);
    const rows = await tx.execute<{ n: number }>(sql`select number as n from books.events order by seq`);
    events = rows.map((row) => row.n);
  });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

const chain = checks.filter((check) => check.id === "I21");

/** The events of the account that the check names after `statement`; undone with its transaction. */
async function named(statement: string): Promise<number[]> {
  const undone = new Error("undone");
  const found: number[] = [];
  const work = owner.begin(async (connection) => {
    await connection.unsafe("set local role onaccount_owner; alter table books.events disable trigger user");
    await connection.unsafe(
      `update books.events set ${statement} where account_id = '${account}' and seq = 2`,
    );
    const tx = drizzleOn(connection);
    for (const { query } of chain) {
      const rows = await tx.execute<{ number: number }>(
        sql`select number from (${query}) broken where account_id = ${account}`,
      );
      found.push(...rows.map((row) => row.number));
    }
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  return found;
}

test.each([
  "kind = 'credit-memo'",
  "effective_on = effective_on - 1",
  "period = period + interval '1 month'",
  "recorded_at = recorded_at + interval '1 microsecond'",
  "label = label || ' '",
  "actor = 'user:someone-else'",
  "document_id = books.new_id()",
  "document_id = null",
  "command_id = null",
  "memo_digest = sha256('another')",
  "gated = true, signature_digest = sha256('another')",
  "hash = sha256('another')",
])("%s", async (change) => {
  expect(await named(change)).toContain(events[1]);
});

test("a memo that isn't the one that was hashed; one that was erased leaves the chain whole", async () => {
  const first = (statement: string) =>
    named(
      `prev_hash = prev_hash where false; update books.events set ${statement} where account_id = '${account}' and seq = 1; update books.events set hash = hash`,
    );
  expect(await first("memo = 'Gravel'")).toEqual([events[0]]);
  expect(await first("memo = ''")).toEqual([]);
});

test("untouched, it names nobody", async () => {
  expect(await named("label = label")).toEqual([]);
});
