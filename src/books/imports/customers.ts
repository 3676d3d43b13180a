// A file of customers, brought in: new ones are added, with what they owe when the books start; those there say what is new.
import { sql } from "drizzle-orm";
import { openingEntry } from "@/domain/imports/openings.ts";
import { addDays } from "@/domain/values/day.ts";
import { cents, negative, sum } from "@/domain/values/money.ts";
import { readStart } from "../business/set-up-books.ts";
import type { Books } from "../open.ts";
import { addCustomers } from "./add-customers.ts";
import { sortOut } from "./already-there.ts";
import { mayLeaveOut, type Brought, type Done, type How } from "./brought.ts";
import { happeningsOf, type Way } from "./draft.ts";
import { bringInLabels, lookAtLabels, withoutRows } from "./labels.ts";
import type { Matched } from "./match-customers.ts";
import { postEntries, type Posted, type Tell } from "./post-entries.ts";
import { updateCustomers } from "./update-customers.ts";

export async function bringInCustomers(books: Books, given: Brought, { match, tell }: How): Promise<Done> {
  const { faults } = await lookAtLabels(books, given.entries.customers, { column: "", known: match.known });
  const leftOut = mayLeaveOut(given.plan, faults);
  const entries = withoutRows(given.entries, faults);
  const file = { ...given, entries };
  const taken = new Set(entries.customers.map(({ key }) => key));
  const known = new Map([...match.known].filter(([key]) => taken.has(key)));
  const unknown = match.unknown.filter(({ key }) => taken.has(key));
  const added = await addCustomers(books, unknown, new Map());
  const again = new Map([...known].filter(([, matched]) => matched.again));
  await takeBack(books, again);
  const there = entries.customers.flatMap((customer) => {
    const matched = known.get(customer.key);
    return matched ? [{ customer, customerId: matched.customerId }] : [];
  });
  const labels = await bringInLabels(books, [...there, ...newcomersOf(file, added)]);
  const moved = new Set([
    ...(await updateCustomers(books, there)),
    ...labels.put.map(({ customerId }) => customerId),
  ]);
  const old = there.filter(({ customer }) => !again.has(customer.key));
  const updated = old.filter(({ customerId }) => moved.has(customerId)).length;
  const all = new Map([...added, ...again]);
  const opened = await openWith(books, file, { fresh: all, tell });
  return {
    summary: {
      newCustomers: all.size,
      updated,
      skipped: old.length - updated,
      ...opened.summary,
      leftOut: leftOut + (opened.summary.leftOut ?? 0),
    },
    before: { labels },
    events: opened.events,
  };
}

const newcomersOf = ({ entries: { customers } }: Brought, added: ReadonlyMap<string, Matched>) =>
  customers.flatMap((customer) => {
    const customerId = added.get(customer.key)?.customerId;
    return customerId === undefined ? [] : [{ customer, customerId }];
  });

/** Who was put away with an import that was undone is a customer again. */
async function takeBack(books: Books, again: ReadonlyMap<string, Matched>): Promise<void> {
  if (again.size === 0) return;
  const ids = sql.param([...again.values()].map(({ customerId }) => customerId));
  await books.tx.execute(sql`
    with back as (
      update books.customers set archived_at = null, version = version + 1
      where id = any (${ids}::text[]::uuid[]) and archived_at is not null returning id)
    insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
    select id, 'Archived', 'yes', 'no', ${books.userName}, ${books.commandId}::uuid from back`);
}

type Fresh = { fresh: ReadonlyMap<string, Matched>; tell: Tell };

/** What new customers owe, as open items of the day before the books start, or of the day that was said. */
async function openWith(
  books: Books,
  { entries: { customers }, plan }: Brought,
  { fresh, tell }: Fresh,
): Promise<{ summary: Done["summary"]; events: Posted }> {
  const on = plan.openAsOf ?? addDays(await readStart(books), -1);
  const way: Way = { kind: "open", asOf: on };
  const numbers = await numbersOf(books, fresh);
  const all = customers.flatMap((customer) => {
    const number = numbers.get(fresh.get(customer.key)?.customerId ?? "");
    return number === undefined ? [] : (openingEntry(customer, { on, number: `OB-${number}` }) ?? []);
  });
  const sorted = await sortOut(books, all, { known: fresh, column: "" });
  const leftOut = mayLeaveOut(plan, sorted.faults);
  const events = await postEntries(books, happeningsOf(sorted.fresh, fresh, way), { way, tell });
  const amounts = sorted.fresh.map(({ kind, amountCents }) =>
    kind === "invoice" ? amountCents : negative(amountCents),
  );
  const totalCents = cents(sum(amounts));
  return { summary: { openings: sorted.fresh.length, leftOut, totalCents }, events };
}

async function numbersOf({ tx }: Books, fresh: ReadonlyMap<string, Matched>): Promise<Map<string, string>> {
  if (fresh.size === 0) return new Map();
  const ids = sql.param([...fresh.values()].map(({ customerId }) => customerId));
  const rows = await tx.execute<{ id: string; number: string }>(sql`
    select id, number from books.customers where id = any (${ids}::text[]::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
