// The audit log: each way to filter it, page by page, nothing twice and nothing left out; and its seals, which an entry
// that was changed, taken out or put in between no longer fits.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";
import type { auditList } from "@/domain/business/audit-list.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { day } from "@/domain/values/day.ts";
import { changeBooks, type Asker } from "../open.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { isSealDue, sealAudit } from "./audit-seals.ts";
import { listAudit, readAuditEntry, readAuditPeople } from "./audit.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
const admin = direct(needed("ADMIN_DATABASE_URL"));
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(async () => {
  await admin.end();
  await closePool();
});

const [ANN, BOB] = [`user:${randomUUID()}`, `user:${randomUUID()}`];
const asked = (query: QueryOf<typeof auditList>, size = 3) =>
  business.read((books) => listAudit(books, query, { zone: "UTC", size }));

async function all(query: QueryOf<typeof auditList>, size = 3) {
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await asked({ ...query, ...(cursor && { cursor }) }, size);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

async function done(subject: string, procedure: string, input: object = {}): Promise<void> {
  const asker: Asker = {
    ...business.asker,
    subject,
    userName: subject === ANN ? "Ann" : "Bob",
    ip: "203.0.113.7",
    agent: "A browser",
  };
  await changeBooks(asker, { key: randomUUID(), procedure, input }, () => Promise.resolve(null));
  // Within a millisecond two entries have no order.
  await new Promise((resolve) => setTimeout(resolve, 2));
}

test("it is read newest first, a page behind the other, with where each came from", async () => {
  for (let n = 0; n < 7; n++) await done(ANN, "payments.record", { n });
  const rows = await all({ person: ANN });
  expect(rows.map(({ input }) => JSON.parse(input) as unknown)).toEqual(
    [6, 5, 4, 3, 2, 1, 0].map((n) => ({ n })),
  );
  expect(rows[0]).toMatchObject({
    ip: "203.0.113.7",
    agent: "A browser",
    name: "Ann",
    action: "payments.record",
  });
  const [newest] = rows;
  if (!newest) throw new Error("there are some");
  expect(await business.read((books) => readAuditEntry(books, newest.entryId))).toEqual(newest);
});

test("by person, by kind, by both, by text and by day it has what matches and nothing else", async () => {
  for (let n = 0; n < 4; n++) {
    await done(ANN, "payments.record", { memo: `Wall-${n}` });
    await done(BOB, "openCredit.refund", { memo: `Roof ${n}` });
    await done(BOB, "people.invite", { email: `p${n}@x.example` });
  }
  const of = async (query: QueryOf<typeof auditList>) =>
    (await all(query)).map(({ name, action }) => `${name} ${action}`);
  expect(await of({ person: BOB })).toHaveLength(8);
  const payments = await of({ kind: "payments" });
  expect(payments.slice(0, 3)).toEqual([
    "Bob openCredit.refund",
    "Ann payments.record",
    "Bob openCredit.refund",
  ]);
  expect(payments.filter((each) => /^(Ann|Bob)/.test(each))).toHaveLength(8);
  expect(await of({ kind: "payments", person: BOB })).toEqual(Array(4).fill("Bob openCredit.refund"));
  expect(await of({ search: "WALL-3" })).toEqual(["Ann payments.record"]);
  expect(await of({ search: "roof 100%" })).toEqual([]);
  expect(await of({ person: ANN, throughOn: day("2000-01-01") })).toEqual([]);
  expect(await of({ person: ANN, fromOn: day("2000-01-01") })).toHaveLength(4);
  const people = await business.read(readAuditPeople);
  expect(people.filter(({ actor }) => [ANN, BOB].includes(actor)).map(({ name }) => name)).toEqual([
    "Ann",
    "Bob",
  ]);
});

test("a text that few entries have is looked for further back with each page, and the last page says that it is all", async () => {
  await done(ANN, "payments.record", { memo: "Needle" });
  await many(4_200);
  const first = await asked({ search: "needle" });
  expect([first.rows, typeof first.lookedTo]).toEqual([[], "string"]);
  const second = await asked({ search: "needle", cursor: first.next ?? "" });
  expect([second.rows.length, second.next, second.lookedTo]).toEqual([1, null, null]);
});

test("what the verb says it was before is kept beside what was sent", async () => {
  await business.change(async (books) => {
    const { tellBefore } = await import("../open.ts");
    tellBefore(books, { role: "clerk" });
  });
  const [newest] = await all({}, 50);
  expect(JSON.parse(newest?.before ?? "null")).toEqual({ role: "clerk" });
});

async function tenant(): Promise<string> {
  const [row] = await business.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select books.current_org_id() as id`),
  );
  if (!row) throw new Error("its books are open");
  return row.id;
}

/** Older than an hour, as if they had been made then. */
async function many(count: number): Promise<void> {
  await admin`
    insert into books.audit_entries (org_id, id, recorded_at, actor, actor_name, action, input, request_id)
    select ${await tenant()}::uuid, books.new_id(), clock_timestamp(), 'user:x', 'X', 'products.edit', '{}', 'r'
    from generate_series(1, ${count})`;
}

const aged = async () => admin`
  insert into books.audit_entries (org_id, id, recorded_at, actor, actor_name, action, input, request_id)
  select ${await tenant()}::uuid,
    (encode(substring(int8send((extract(epoch from now() - interval '3 hours') * 1000)::bigint + n) from 3), 'hex')
      || '7abc8' || lpad(n::text, 15, '0'))::uuid,
    now() - interval '3 hours', 'user:x', 'X', 'products.edit', '{"n":' || n || '}', 'r' from generate_series(1, 20) n`;
const seal = () => business.change(sealAudit);
const broken = async () => (await business.read(({ tx }) => runChecks(tx))).broken.map(({ id }) => id);

test("the entries of an hour ago are sealed, and another seal goes on behind the one before", async () => {
  expect(await business.read(isSealDue)).toBe(false);
  await aged();
  expect(await business.read(isSealDue)).toBe(true);
  expect(await seal()).toBe(20);
  expect(await seal()).toBe(0);
  expect(await business.read(isSealDue)).toBe(false);
  expect(await broken()).toEqual([]);
});

test.each([
  ["changed", `update books.audit_entries set input = '{"n":999}'`],
  ["taken out", "delete from books.audit_entries"],
])("an entry that was %s, past every guard, is found by the check", async (_what, statement) => {
  await aged();
  await seal();
  const id = await tenant();
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`${statement} where input = '{"n":7}' and org_id = $1::uuid`, [id]);
  });
  expect(await broken()).toContain("I22");
});

test("an entry that was put in between is found, too, and the app itself can't change or remove one", async () => {
  await aged();
  await seal();
  await admin`
    insert into books.audit_entries (org_id, id, recorded_at, actor, actor_name, action, input, request_id)
    select org_id, (left(id::text, 35) || 'f')::uuid, recorded_at, actor, actor_name, action, '{}', request_id
    from books.audit_entries where org_id = ${await tenant()}::uuid and input = '{"n":7}'`;
  expect(await broken()).toContain("I22");
  for (const statement of [
    sql`update books.audit_entries set input = ''`,
    sql`delete from books.audit_seals`,
  ])
    await expect(business.change(({ tx }) => tx.execute(statement))).rejects.toThrow();
});
