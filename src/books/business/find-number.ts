// What bears a number, whatever it is: first exactly as it was typed, in capitals or not; where nothing does, as the
// series write it, so that "INV-2011" and "2011" are INV-02011. What was imported keeps its own number, and digits alone
// mean every series: several things may be meant.
import { sql, type SQL } from "drizzle-orm";
import type { Books } from "../open.ts";

export type Numbered = {
  kind: "customer" | "invoice" | "receipt" | "payment" | "credit-memo" | "statement";
  id: string;
  number: string;
};

/** A kind is the name of its series. A credit memo has no page but that of its event. */
const TABLES: Record<Numbered["kind"], { table: SQL; id: SQL }> = {
  customer: { table: sql`books.customers`, id: sql`id::text` },
  invoice: { table: sql`books.invoices`, id: sql`id::text` },
  receipt: { table: sql`books.receipts`, id: sql`id::text` },
  payment: { table: sql`books.payments`, id: sql`id::text` },
  "credit-memo": { table: sql`books.credit_memos`, id: sql`event_number::text` },
  statement: { table: sql`books.statements`, id: sql`id::text` },
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
  const [, prefix = "", digits = null] = /^(\D*)0*(\d{1,15})$/.exec(text) ?? [];
  // All as texts to compare with, so that the index of the numbers finds them.
  const parts = Object.entries(TABLES).map(
    ([kind, { table, id }]) => sql`
      select ${kind}::text as kind, ${id} as id, number from ${table}
      where number = any (${sql.param(typed)}::text[] || array(select number from written where series = ${kind}))`,
  );
  const rows = await tx.execute<Numbered>(sql`
    with written as materialized (
      select series, prefix || lpad(${digits}::text, greatest(padding, length(${digits}::text)), '0') as number
      from books.counters where ${digits}::text is not null and (${prefix} = '' or lower(prefix) = lower(${prefix})))
    ${sql.join(parts, sql` union all `)}`);
  const exact = rows.filter(({ number }) => typed.includes(number));
  const numbered = exact.length > 0 ? exact : [...rows];
  const isNumber = /\d/.test(text) && (exact.length > 0 || prefix !== "");
  return { numbered, isSure: isNumber && numbered.length > 0 };
}
