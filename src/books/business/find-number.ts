// What bears a number, whatever it is: first exactly as it was typed, in capitals or not; where nothing does, as the
// series write it, so that "INV-2011" and "2011" are INV-02011. What was imported keeps its own number, and digits alone
// mean every series: several things may be meant.
import { sql, type SQL } from "drizzle-orm";
import type { Books } from "../open.ts";

export type Numbered = {
  kind: "customer" | "job" | "invoice" | "receipt" | "payment" | "deposit" | "credit-memo" | "statement";
  id: string;
  number: string;
};

/** A kind is the name of its series. */
const TABLES: Record<Numbered["kind"], { table: SQL; number?: SQL }> = {
  // Numbers of customers and of jobs don't differ by case.
  customer: { table: sql`books.customers`, number: sql`number_key` },
  job: { table: sql`books.jobs`, number: sql`number_key` },
  invoice: { table: sql`books.invoices` },
  receipt: { table: sql`books.receipts` },
  payment: { table: sql`books.payments` },
  deposit: { table: sql`books.deposits` },
  "credit-memo": { table: sql`books.credit_memos` },
  statement: { table: sql`books.statements` },
};

export type FoundNumber = {
  numbered: Numbered[];
  /** Nothing else can be meant: a word may be a name, and a few digits part of a phone number. */
  isSure: boolean;
};

export async function findNumber({ tx }: Books, search: string): Promise<FoundNumber> {
  const text = search.trim();
  if (text === "") return { numbered: [], isSure: false };
  const typed = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  // All as texts to compare with, so that the index of the numbers finds them.
  const parts = Object.entries(TABLES).map(
    ([kind, { table, number = sql`number` }]) => sql`
      select ${kind}::text as kind, id::text as id, number from ${table}
      where ${number} = any (${sql.param(typed)}::text[] || array(select ${number} from written where series = ${kind}))`,
  );
  const rows = await tx.execute<Numbered>(sql`
    with digits as (
      select series, prefix, padding, ltrim(case
        when lower(left(${text}::text, length(prefix))) = lower(prefix) then substr(${text}::text, length(prefix) + 1)
        else ${text}::text end, '0') as digits
      from books.counters),
    written as materialized (
      select series, number, upper(number) as number_key
      from digits, lateral (select prefix || lpad(digits, greatest(padding, length(digits)), '0') as number) w
      where digits ~ '^[0-9]{0,15}$')
    ${sql.join(parts, sql` union all `)}`);
  const exact = rows.filter(({ number }) => number.toUpperCase() === text.toUpperCase());
  const numbered = exact.length > 0 ? exact : [...rows];
  const isNumber = /\d/.test(text) && (exact.length > 0 || /\D/.test(text));
  return { numbered, isSure: isNumber && numbered.length > 0 };
}
