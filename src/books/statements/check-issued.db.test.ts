// What a business's books say of a statement that somebody holds: it stands, or what it was made of was changed behind it, by
// whoever can write to the database past every guard; and nothing of one that isn't theirs.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { sealOf } from "@/domain/statements/seal.ts";
import { verifyStatement } from "@/domain/statements/verify-statement.ts";
import { day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { now } from "../ledger/as-of.ts";
import { readNet } from "../receivables/history.ts";
import { checkIssued } from "./check-issued.ts";
import { readOpenDocuments } from "./open-documents.ts";
import { issueStatement, readStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let tenant: string;
beforeEach(async () => {
  business = await freshBusiness();
  const [org] = await business.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select books.current_org_id() as id`),
  );
  tenant = org?.id ?? "";
  greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .paid("130.00", "2026-02-10", { reference: "4471" })
    .invoice("80.00", "2026-02-20")
    .write();
});
afterAll(closePool);

async function issue(asOf = "2026-02-28") {
  const request = { customer: greenleaf.customerId, asOf: day(asOf) };
  const { statementId } = await business.change((books) => issueStatement(books, LETTERHEAD, request));
  const { frozen, number } = await business.read((books) => readStatement(books, statementId));
  const checked = verifyStatement(new TextEncoder().encode(frozen));
  if (checked.kind !== "checked") throw new Error("an issued statement carries its proof");
  expect(checked.seal).toBe(sealOf(frozen));
  return { statementId, number, ...checked };
}
const ask = (seal: string) => business.read((books) => checkIssued(books, seal));

/** As the owner of the tables, and with the guards that would refuse switched off. */
async function behindTheGuards(table: "events" | "statements", change: string, key: string | number) {
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  await owner.begin(async (tx) => {
    await tx.unsafe(`set local role onaccount_owner; alter table books.${table} disable trigger user`);
    const row =
      table === "events" ? "org_id = $2::uuid and number = $1" : "org_id = $2::uuid and id = $1::uuid";
    const changed = await tx.unsafe(`update books.${table} set ${change} where ${row}`, [key, tenant]);
    expect(changed.count).toBe(1);
    await tx.unsafe(`alter table books.${table} enable trigger user`);
  });
  await owner.end();
}

test("an issued statement is whole, carries its account's events, and stands", async () => {
  const { faults, proof, seal, number } = await issue();
  expect(faults).toEqual([]);
  expect(proof).toMatchObject({ previous: null, from: null, named: [] });
  expect(proof.events.map(({ seq, amountCents }) => [seq, amountCents])).toEqual([
    [1, 100_00],
    [2, -130_00],
    [3, 80_00],
  ]);
  expect(await ask(seal)).toMatchObject({ kind: "stands", number });
});

test("the next one carries what came since, and the seal of the one before", async () => {
  const first = await issue();
  await business.account(greenleaf).paid("20.00", "2026-03-02").write();
  const second = await issue("2026-03-31");
  expect(second.faults).toEqual([]);
  expect(second.proof).toMatchObject({
    previous: { number: first.number, seal: first.seal },
    from: { seq: 3, balanceCents: 50_00, hash: first.proof.events[2]?.hash },
    events: [{ seq: 4, amountCents: -20_00 }],
    // Open on it, and from before.
    named: [{ eventId: first.proof.events[2]?.eventId, hash: first.proof.events[2]?.hash }],
  });
  expect(await ask(second.seal)).toMatchObject({ kind: "stands" });
});

test("an event that was changed afterwards is told, with its hash made anew or not", async () => {
  const { seal, proof } = await issue();
  const { eventId } = proof.events[1] ?? { eventId: 0 };
  await behindTheGuards("events", "label = 'Check 9'", eventId);
  expect(await ask(seal)).toMatchObject({ kind: "changed", events: [eventId], statements: [] });
  const rehash = "hash = books.chain_step(null, prev_hash, books.event_canonical(events))";
  await behindTheGuards("events", rehash, eventId);
  expect(await ask(seal)).toMatchObject({ kind: "changed", events: [eventId] });
});

test("a statement whose text was changed is unknown under what it became, changed under what it was, and told by the next", async () => {
  const first = await issue();
  const second = await issue("2026-03-31");
  await behindTheGuards(
    "statements",
    "snapshot = replace(snapshot, 'Greenleaf', 'Redleaf')",
    first.statementId,
  );
  expect(await ask(first.seal)).toMatchObject({ kind: "changed", statements: [first.number] });
  expect(await ask(second.seal)).toMatchObject({ kind: "changed", events: [], statements: [first.number] });
  await behindTheGuards(
    "statements",
    "snapshot_hash = sha256(convert_to(snapshot, 'UTF8'))",
    first.statementId,
  );
  expect(await ask(first.seal)).toEqual({ kind: "unknown" });
  expect(await ask(second.seal)).toMatchObject({ kind: "changed", statements: [first.number] });
});

test("another business's, or nobody's, is unknown", async () => {
  const { seal } = await issue();
  const other = await freshBusiness();
  expect(await other.read((books) => checkIssued(books, seal))).toEqual({ kind: "unknown" });
  expect(await ask(sealOf("made up"))).toEqual({ kind: "unknown" });
});

test("what an account consists of comes to what is owed, credit and all", async () => {
  await business.account(greenleaf).paid("500.00", "2026-03-01").write();
  const entries = await business.read((books) => readOpenDocuments(books, [greenleaf.accountId]));
  const net = await business.read((books) => readNet(books, now(books), greenleaf.accountId));
  expect(sum(entries.map(({ cents }) => cents))).toBe(net);
  expect(entries.some(({ cents }) => cents < 0)).toBe(true);
});
