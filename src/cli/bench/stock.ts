// What postings are measured on: a business with many accounts, and on each of them pairs of open debts that wait
// for one payment.
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { reserveEvents } from "@/books/ledger/event-header.ts";
import { post } from "@/books/ledger/post.ts";
import { assert, present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import { postOpeningItem } from "@/domain/invoices/invoice.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";

export const AMOUNT = cents(100_00);
export const ISSUED = day("2026-05-31");
export const PAID = day("2026-06-15");

/** One payment's work: an account and the two debts that it will settle. */
export type Work = { accountId: string; items: readonly [number, number] };
export type Stock = { ledger: Ledger; tenant: string; slug: string; ownerId: string; work: Work[] };

/** `payments` pairs of debts over so many accounts that each has ten. */
export async function makeStock(payments: number): Promise<Stock> {
  const ledger = await freshBusiness();
  const accounts = await addAccounts(ledger, Math.ceil(payments / 10));
  const wheres = Array.from({ length: payments * 2 }, (_, at) => ({
    accountId: present(accounts[Math.floor(at / 2) % accounts.length], "an account"),
    on: ISSUED,
  }));
  const numbers: number[] = [];
  for (let from = 0; from < wheres.length; from += 5000) {
    await ledger.change(async (books) => {
      const places = await reserveEvents(books, wheres.slice(from, from + 5000));
      const opening = { documentId: null, issuedOn: ISSUED, dueOn: day("2026-06-30"), amountCents: AMOUNT };
      await post(
        books,
        places.map((place) => postOpeningItem(place, opening)),
      );
      numbers.push(...places.map((place) => place.number));
      return null;
    });
  }
  const item = (at: number) => present(numbers[at], "an item");
  const work = Array.from({ length: payments }, (_, at): Work => ({
    accountId: present(wheres[at * 2], "a place").accountId,
    items: [item(at * 2), item(at * 2 + 1)],
  }));
  const { slug, ownerId } = ledger;
  return { ledger, tenant: await tenantOf(ledger), slug, ownerId, work };
}

/** As its own books say it: the scripts under the floor go past the verbs that know. */
export async function tenantOf(ledger: Ledger): Promise<string> {
  const [row] = await ledger.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select books.current_org_id() as id`),
  );
  return present(row, "a select without from returns a row").id;
}

/** Customers with one account each, free to charge without a limit. */
export async function addAccounts(ledger: Ledger, count: number): Promise<string[]> {
  const rows = await ledger.change(({ tx, currency }) =>
    tx.execute<{ id: string }>(sql`
      with customer as (
        insert into books.customers (number, name, address_lines)
        select 'B-' || gen_random_uuid(), 'Bench customer ' || n, '{1 Bench Street}' from generate_series(1, ${count}::int) as n
        returning id)
      insert into books.accounts (customer_id, currency, charging_allowed, unlimited)
      select id, ${currency}, true, true from customer returning id`),
  );
  assert(rows.length === count, "an account per customer");
  return rows.map((row) => row.id);
}

/** A connection as the tables' owner: for what no running copy may do. */
export async function asOwner<T>(work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(needed("MIGRATOR_DATABASE_URL"), {
    max: 1,
    onnotice: () => {},
    connection: { role: "onaccount_owner" },
  });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
