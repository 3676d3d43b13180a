// Lists that are long in a large business beside that of invoices: the customers given credit, the audit log, and all events as
// the API lists them. Every filter in every order, its first page and the one after it.
import { sql } from "drizzle-orm";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { listAudit } from "@/books/business/audit.ts";
import { listEvents } from "@/books/business/event-feed.ts";
import { listCreditCustomers } from "@/books/credit/credit-customers.ts";
import { present } from "@/domain/assert.ts";
import { creditList } from "@/domain/credit/credit-list.ts";
import { makeData } from "./data.ts";
import { asOwner, tenantOf } from "./stock.ts";
import { percentile, round, timed, type Part, type Row } from "./table.ts";

const [CUSTOMERS, INVOICES, OPEN, ENTRIES] = [100_000, 450_000, 60_000, 1_000_000];
const [RUNS, WARM] = [20, 3];

type Page = { next: string | null };
type Read = (cursor?: string) => Promise<Page>;

export async function benchMoreLists(): Promise<Part> {
  const business = await makeData({ customers: CUSTOMERS, invoices: INVOICES, open: OPEN });
  await makeCredit(await tenantOf(business));
  const rows: Row[] = [];
  const [account] = await business.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select id from books.accounts order by id limit 1`),
  );
  const pages = [
    ...creditPages(business),
    ...auditPages(business),
    ...eventPages(business, present(account, "there are many").id),
  ];
  for (const [what, read] of pages) rows.push({ what, ...(await slowestOf(read)) });
  return {
    name: "more-lists",
    says: `credit of ${CUSTOMERS} customers, an audit log of ${ENTRIES} entries, ${INVOICES * 2} events: the slower of two pages, p95 at most 60 ms`,
    rows,
  };
}

async function slowestOf(read: Read): Promise<Omit<Row, "what">> {
  const first = await read();
  const cursors = [undefined, ...(first.next === null ? [] : [first.next])];
  let slowest = { page: "", p50: 0, p95: 0 };
  for (const cursor of cursors) {
    const times = await timed(RUNS, WARM, () => read(cursor));
    const p95 = percentile(times, 0.95);
    if (p95 > slowest.p95)
      slowest = { page: cursor === undefined ? "first" : "second", p50: percentile(times, 0.5), p95 };
  }
  return { page: slowest.page, "p50 ms": round(slowest.p50), "p95 ms": round(slowest.p95) };
}

function* creditPages(business: Ledger): Generator<[string, Read]> {
  const sorts = Object.keys(creditList.sorts) as (keyof typeof creditList.sorts)[];
  const list =
    (query: Parameters<typeof listCreditCustomers>[1]): Read =>
    (cursor) =>
      business.read((books) => listCreditCustomers(books, { ...query, cursor }));
  for (const sort of sorts)
    for (const direction of ["asc", "desc"] as const)
      yield [`credit by ${sort} ${direction}`, list({ sort, direction })];
  for (const show of ["over", "stopped", "review", "suggested"] as const)
    for (const sort of ["name", "left"] as const) yield [`credit: ${show} by ${sort}`, list({ show, sort })];
  yield ["credit: a name", list({ search: "customer 4711" })];
}

function* auditPages(business: Ledger): Generator<[string, Read]> {
  const list =
    (query: Parameters<typeof listAudit>[1]): Read =>
    (cursor) =>
      business.read((books) => listAudit(books, { ...query, cursor }, { zone: "UTC" }));
  const { today } = business.asker;
  yield ["audit log", list({})];
  yield ["audit log: a person", list({ person: PERSON })];
  yield ["audit log: a kind", list({ kind: "people" })];
  yield ["audit log: a person and a kind", list({ person: PERSON, kind: "people" })];
  yield ["audit log: a day", list({ fromOn: today, throughOn: today })];
  yield ["audit log: a text that is nowhere", list({ search: "xylophone" })];
}

function* eventPages(business: Ledger, accountId: string): Generator<[string, Read]> {
  const list =
    (query: object): Read =>
    (cursor) =>
      business.read((books) => listEvents(books, { ...query, cursor, until: "infinity" }));
  yield ["events", list({})];
  yield ["events of an account", list({ accountId })];
  yield ["events of a kind that there is none of", list({ kind: "refund" })];
  yield ["events until a day long ago", list({ asOf: "2019-08-01" })];
}

const PERSON = "user:00000000-0000-4000-8000-000000000007";

/** Most have limits, some of them for a while; some are to be reviewed; two in a hundred are stopped; old debts hold some. */
async function makeCredit(business: string): Promise<void> {
  const o = `'${business}'::uuid`;
  await asOwner(async (owner) => {
    await owner.begin(async (tx) => {
      await tx.unsafe("set local session_replication_role = replica; set local work_mem = '256MB'");
      await tx.unsafe(`
        update books.accounts a set unlimited = n % 20 = 0, limit_cents = case when n % 20 > 0 then (n * 7919::bigint % 900) * 1000 end,
          temporary_limit_cents = case when n % 100 = 1 then 2000000 end, temporary_until = case when n % 100 = 1 then date '2026-07-15' end,
          review_on = case when n % 10 = 3 then date '2026-01-01' + (n % 400)::int end,
          status = case when n % 50 = 7 then 'hold' else 'good' end
        from (select id, row_number() over (order by id) as n from books.accounts where org_id = ${o}) s
        where a.org_id = ${o} and a.id = s.id`);
      await tx.unsafe(
        `update books.customers set city = 'Barre' where org_id = ${o} and number not like '%77'`,
      );
      await tx.unsafe(`update books.settings set hold_after_days = 30 where org_id = ${o}`);
      await tx.unsafe(`
        insert into books.audit_entries (org_id, id, recorded_at, actor, actor_name, action, input, request_id)
        select ${o}, encode(substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) || substring(uuid_send(gen_random_uuid()) from 7), 'hex')::uuid,
          at, 'user:00000000-0000-4000-8000-00000000000' || n % 9, 'Person ' || n % 9,
          (array['payments.record', 'invoiceDrafts.issue', 'customers.edit', 'people.changeRole'])[1 + (case when n % 1000 = 0 then 3 else n % 3 end)],
          '{"reason": "Asked for by phone ' || n || '"}', 'bench'
        from (select n, timestamptz '2026-06-30 12:00Z' - n * interval '1 minute' as at from generate_series(1, ${ENTRIES}) as n) e`);
    });
    for (const table of ["customers", "accounts", "audit_entries"])
      await owner.unsafe(`vacuum (full, analyze) books.${table}`);
  });
}
