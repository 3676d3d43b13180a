// Sums of gross amounts: what was ever invoiced, paid or sold. A balance has an end, which the database keeps (accounts_moved);
// these only grow. Beyond what a number can say they are null, and the rows stay readable.
import { sql, type SQL } from "drizzle-orm";
import { cents, type GrossSum } from "@/domain/values/money.ts";

/** The first whole number that isn't exact in a double: 2^53. */
const END = sql.raw(String(2 ** 53));

/** As an expression of an aggregate: the sum of `amount` over the rows that are `counted`. */
export function grossSum(amount: SQL, counted: SQL = sql`true`): SQL {
  return grossOf(sql`coalesce(sum(${amount}) filter (where ${counted}), 0)`);
}

/** The same of a figure that was added up already. */
export const grossOf = (figure: SQL): SQL =>
  sql`nullif(nullif(greatest(least(${figure}, ${END}), -${END}), ${END}), -${END})::bigint`;

export const grossCents = (sum: number | null): GrossSum => (sum === null ? null : cents(sum));
