// Two businesses with everything in their books, and every table asked by the wrong one: it sees nothing, puts
// nothing in, and changes nothing. The tables come from the catalogue, so a new one is swept from its first day.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewCreditMemo } from "@/domain/invoices/credit-memo-input.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { NewMerge } from "@/domain/customers/merge-input.ts";
import { NewRefund } from "@/domain/payments/refund-input.ts";
import { NewRun, NewRunSchedule } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { STRETCH } from "@/db/schema/history.ts";
import { addContact } from "../customers/contacts.ts";
import { issueCreditMemo } from "../invoices/credit-memos.ts";
import { bringIn } from "../imports/bring-in.ts";
import { keepFile } from "../imports/files.ts";
import { broughtRows } from "./brought.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { addLocation } from "../customers/locations.ts";
import { mergeCustomers } from "../customers/merges.ts";
import { rehearseBatch } from "../statements/make-run.ts";
import { cameBack, stopped } from "./came-back.ts";
import { queueMail } from "../statements/outbox.ts";
import { startRunSchedule } from "../statements/run-schedules.ts";
import { readRun, startRun } from "../statements/runs.ts";
import { refundCredit } from "../payments/refunds.ts";
import { issueStatement, keepStatementFile } from "../statements/statements.ts";
import { bareScene } from "./bare-scene.ts";
import { depositScene } from "./guard-deposits.ts";
import { familyScene } from "./guard-families.ts";
import { invoiceScene } from "./guard-invoices.ts";
import { receiptScene } from "./guard-receipts.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let [ours, theirs] = [undefined, undefined] as unknown as [Business, Business];
let theirGreenleaf: Account;
let theirId = "";
let tables: string[] = [];

beforeAll(async () => {
  [ours, theirs] = [await freshBusiness(), await freshBusiness()];
  await filled(ours);
  theirGreenleaf = await filled(theirs);
  theirId = await theirs.read(async ({ tx }) => {
    const [row] = await tx.execute<{ id: string }>(sql`select books.current_org_id() as id`);
    return row?.id ?? "";
  });
  tables = await ours.read(async ({ tx }) => {
    const rows = await tx.execute<{ name: string }>(sql`
      select relname::text as name from pg_class
      where relnamespace = 'books'::regnamespace and relkind in ('r', 'p', 'v') order by 1`);
    return rows.map((row) => row.name);
  });
});
afterAll(async () => {
  for (const business of [ours, theirs])
    expect((await business.read(({ tx }) => runChecks(tx))).broken.map(({ id }) => id)).toEqual([]);
  await closePool();
});

/** The same story in both: the same names, numbers and amounts, so that only the wall tells them apart. */
async function filled(business: Business): Promise<Account> {
  const greenleaf = await business
    .customer("Greenleaf", { number: "C-1", limitCents: cents(5000_00) })
    .invoice("100.00", "2026-01-31", { number: "A-1" })
    .paid("130.00", "2026-02-10")
    .earmarked("10.00", "spring order")
    .write();
  const { accountId } = greenleaf;
  await business.change(async (books) => {
    const line = { description: "Wall", totalCents: cents(50_00), retainageCents: cents(5_00) };
    await recordInvoice(
      books,
      inputOf(NewInvoice, { accountId, issuedOn: day("2026-02-11"), lines: [line] }),
    );
    await issueCreditMemo(
      books,
      inputOf(NewCreditMemo, { accountId, issuedOn: day("2026-02-12"), subtotalCents: cents(4_00) }),
    );
    return refundCredit(
      books,
      inputOf(NewRefund, {
        accountId,
        amountCents: cents(1_00),
        refundedOn: day("2026-02-13"),
        reason: "Handed back",
      }),
    );
  });
  const old = Array.from({ length: STRETCH }, (_, n) => ({
    customerNumber: "C-2",
    invoiceNumber: `OLD-${n + 1}`,
    amountCents: cents(7_00),
    issuedOn: day("2026-01-01"),
    dueOn: day("2026-01-31"),
    settledOn: null,
  }));
  await business.change((books) => bringIn(books, broughtRows(old, "old.csv")));
  const letterhead = { name: "Test Supply", slug: business.slug, locale: "en-US", country: "US" };
  const request = { customer: "C-1", asOf: day("2026-02-28") };
  const { statementId } = await business.change((books) => issueStatement(books, letterhead, request));
  await business.change((books) => keepStatementFile(books, statementId, Buffer.from("%PDF")));
  await business.change(async (books) => {
    const run = { kind: "activity", asOf: request.asOf, deliver: "none" } as const;
    const { deliver, kind } = run;
    await startRunSchedule(books, inputOf(NewRunSchedule, { kind, deliver, on: "first", goes: "rehearsal" }));
    const { runId } = await startRun(books, inputOf(NewRun, run));
    return rehearseBatch(books, letterhead, await readRun(books, runId));
  });
  const paper = { kind: "statement", id: statementId } as const;
  const mail = { paper, recipient: "ap@greenleaf.example", cause: "first" };
  const { outboxId } = await business.change((books) => queueMail(books, mail));
  await business.change((books) => cameBack(books, outboxId));
  await business.change((books) => stopped(books, mail));
  const shopper = await business
    .customer("Shopper", { number: "C-3", limitCents: cents(5000_00), addressLines: ["2 Elm St"] })
    .write();
  await receiptScene(business, shopper);
  // Not the shopper, who is exempt by then.
  await invoiceScene(business, await business.customer("Billed", { number: "C-5" }).write());
  const twin = await business.customer("Shopper Inc", { number: "C-4" }).write();
  const [fromCustomerId, intoCustomerId] = [twin.customerId, shopper.customerId];
  await business.change((books) =>
    mergeCustomers(books, inputOf(NewMerge, { fromCustomerId, intoCustomerId, mergedOn: day("2026-05-20") })),
  );
  const { customerId } = greenleaf;
  await business.change((books) => addContact(books, inputOf(NewContact, { customerId, name: "Ann Lee" })));
  await business.change((books) =>
    addLocation(books, { customerId, name: "Yard", addressLines: ["3 Elm St"] }),
  );
  const content = Buffer.from("a,b");
  async function* parts() {
    yield content;
  }
  const sent = { kind: "receivables" as const, name: "a.csv", size: content.length, hash: content };
  await business.change((books) => keepFile(books, sent, parts()));
  await business.change(({ tx }) =>
    tx.execute(sql`insert into books.import_plans (kind, headings, plan) values ('receivables', 'a', '{}')`),
  );
  await familyScene(business);
  await depositScene(business);
  await bareScene(business, greenleaf);
  return greenleaf;
}

test("the sweep meets rows in every table", async () => {
  const empty: string[] = [];
  for (const table of tables) {
    const [row] = await theirs.read(({ tx }) =>
      tx.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(`books.${table}`)}`),
    );
    if (!row?.count) empty.push(table);
  }
  expect(tables.length).toBeGreaterThanOrEqual(26);
  expect(empty).toEqual([]);
});

test("of every table each sees its own rows and none of the other's", async () => {
  for (const table of tables) {
    const rows = await ours.read(({ tx }) =>
      tx.execute(
        sql`select 1 from ${sql.raw(`books.${table}`)} where org_id = ${theirId} or org_id <> books.current_org_id()`,
      ),
    );
    expect([table, rows.length]).toEqual([table, 0]);
  }
});

test("into no table anything can be put in the other's name", async () => {
  for (const table of tables) {
    const put = ours.change(({ tx }) =>
      tx.execute(sql`insert into ${sql.raw(`books.${table}`)} (org_id) values (${theirId})`),
    );
    await expect(put, table).rejects.toMatchObject({
      cause: { code: "42501", message: expect.stringMatching(/row-level security|permission denied/) },
    });
  }
});

test("no update and no delete of any column reaches the other's rows", async () => {
  const columns = await ours.read(({ tx }) =>
    tx.execute<{ name: string; column: string; org: boolean }>(sql`
      select c.relname::text as name, quote_ident(a.attname) as column, a.attname = 'org_id' as org
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'books'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
        and has_column_privilege(c.oid, a.attnum, 'update')`),
  );
  expect(columns.filter((each) => each.org)).toEqual([]);
  for (const { name, column } of columns) {
    const [table, set] = [sql.raw(`books.${name}`), sql.raw(`${column} = ${column}`)];
    const reached = await ours.change(({ tx }) =>
      tx.execute(sql`update ${table} set ${set} where org_id = ${theirId} returning 1`),
    );
    expect([name, column, reached.length]).toEqual([name, column, 0]);
  }
  for (const table of tables)
    await expect(
      ours.change(({ tx }) => tx.execute(sql`delete from ${sql.raw(`books.${table}`)}`)),
      table,
    ).rejects.toMatchObject({
      cause: { code: "42501" },
    });
});

test("keys don't look past the wall: another's customer, account or invoice can't be pointed at", async () => {
  const { customerId, accountId } = theirGreenleaf;
  const [document] = await theirs.read(({ tx }) =>
    tx.execute<{ id: string; n: number }>(sql`
    select id, event_number as n from books.invoices limit 1`),
  );
  const pointers = [
    sql`insert into books.accounts (customer_id, currency) values (${customerId}, 'EUR')`,
    sql`insert into books.jobs (customer_id, currency, number, name) values (${customerId}, 'USD', 'J-9', 'x')`,
    sql`insert into books.earmarks (account_id, amount, note, created_by) values (${accountId}, 1, 'x', 'x')`,
    sql`insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      values (${document?.id}, 9, 'x', 1, 1, '4000')`,
  ];
  for (const pointer of pointers)
    await expect(ours.change(({ tx }) => tx.execute(pointer))).rejects.toMatchObject({
      cause: { code: "23503" },
    });
});

test("the same numbers and keys may be used in both: neither learns of the other's", async () => {
  const counts = await Promise.all(
    [ours, theirs].map((business) => business.read(({ tx }) => runChecks(tx))),
  );
  expect(counts[0]?.events).toBe(counts[1]?.events);
});

test("a query sent at once, and many interleaved on one pool, each see their own business", async () => {
  const whose = (business: Business) =>
    // .then at once: the query leaves before the function returns.
    business.read(({ tx }) =>
      tx.execute<{ id: string }>(sql`select books.current_org_id() as id`).then((rows) => rows[0]?.id),
    );
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => whose(n % 2 === 0 ? theirs : ours)));
  expect(answers.every((id, n) => (id === theirId) === (n % 2 === 0))).toBe(true);
});

test("a read can't write", async () => {
  const write = ours.read(({ tx }) => tx.execute(sql`update books.customers set memo = 'x'`));
  await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
});
