// Whom a file means: the customer with that number, in any case; without a number, the one with that name. Who was merged
// into another leads to the one that stays. A name that is only near to one in the books is asked, and so is a number that
// stands for somebody of another name there.
import { sql } from "drizzle-orm";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { foldName, nearName } from "@/domain/imports/fold.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { renamedIn, type Renamed } from "./renamed.ts";
import type { Books } from "../open.ts";

/** `again`: they came with an import that was undone, and were put away: to a file of customers they are new. */
export type Matched = { customerId: string; accountId: string; terms: string; again: boolean };
export type Near = ImportLook["near"][number];
export type CustomerMatch = {
  known: Map<string, Matched>;
  unknown: FileCustomer[];
  near: Near[];
  /** Taken for the customer with their number until somebody says otherwise. */
  renamed: Renamed[];
  /** By their key: who isn't the customer with their number, as somebody said. */
  contrary: Map<string, Renamed>;
};

type Row = {
  number: string;
  name: string;
  /** All that they are called; only of those found by number. */
  names?: string[];
  id: string;
  account_id: string;
  terms: string;
  again: boolean;
};
const matchedOf = (row: Row): Matched => ({
  customerId: row.id,
  accountId: row.account_id,
  terms: row.terms,
  again: row.again,
});

const STANDING = sql`
  books.customers c join books.customers s on s.id = case when c.merged_into is null then c.id else books.survivor(c.id) end
  join books.accounts a on a.customer_id = s.id`;

const AGAIN = sql`
  s.archived_at is not null and exists (
    select from books.customer_changes w join books.imports i on i.command_id = w.command_id
    where w.customer_id = s.id and w.field = 'Customer' and w.after = 'Added' and i.undone_at is not null) as again`;

/** `answers`: by a name's folded form (or Renamed's key), the number of the customer it is, or "" for another one. */
export async function matchCustomers(
  books: Books,
  customers: readonly FileCustomer[],
  answers: Readonly<Record<string, string>>,
): Promise<CustomerMatch> {
  const said = (customer: FileCustomer) =>
    customer.number ?? (answerOf(answers, foldName(customer.name ?? "")) || null);
  const numbered = await byNumber(
    books,
    customers.flatMap((customer) => said(customer) ?? []),
  );
  const known = new Map<string, Matched>();
  const unnumbered: FileCustomer[] = [];
  const unknown: FileCustomer[] = [];
  const renamed: Renamed[] = [];
  const contrary = new Map<string, Renamed>();
  for (const customer of customers) {
    const number = said(customer);
    const found = number === null ? undefined : numbered.get(number.toUpperCase());
    const other = found ? renamedIn(customer, found) : null;
    const answer = other ? answerOf(answers, other.key) : undefined;
    if (other && answer === "") contrary.set(customer.key, other);
    else if (found) known.set(customer.key, matchedOf(found));
    else if (number === null) unnumbered.push(customer);
    else unknown.push(customer);
    if (other && answer === undefined) renamed.push(other);
  }
  const near = await byName(books, unnumbered, { answers, known, unknown });
  return { known, unknown, near, renamed, contrary };
}

async function byNumber({ tx, currency }: Books, numbers: readonly string[]): Promise<Map<string, Row>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.execute<Row>(sql`
    select upper(w.number) as number, s.name, array[c.name, c.company, s.name, s.company, s.number] as names, s.id, a.id as account_id, s.terms, ${AGAIN}
    from unnest(${sql.param([...new Set(numbers)])}::text[]) as w (number), ${STANDING}
    where c.number_key = upper(w.number) and a.currency = ${currency}`);
  return new Map(rows.map((row) => [row.number, row]));
}

type Found = Pick<CustomerMatch, "known" | "unknown"> & { answers: Readonly<Record<string, string>> };

/** Compared here and not by the database, whose capital letters aren't everywhere ours. */
async function byName(
  { tx, currency }: Books,
  customers: readonly FileCustomer[],
  { answers, known, unknown }: Found,
): Promise<Near[]> {
  if (customers.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select s.number, c.name, s.id, a.id as account_id, s.terms, ${AGAIN} from ${STANDING} where a.currency = ${currency}`);
  const exact = Map.groupBy(rows, (row) => foldName(row.name));
  const alike = Map.groupBy(rows, (row) => nearName(row.name));
  const near: Near[] = [];
  for (const customer of customers) {
    const name = customer.name ?? "";
    const same = distinct(exact.get(foldName(name)) ?? []);
    const [only] = same;
    const candidates = only ? same : distinct(alike.get(nearName(name)) ?? []);
    if (only && same.length === 1) known.set(customer.key, matchedOf(only));
    else {
      unknown.push(customer);
      if (candidates.length > 0 && answerOf(answers, foldName(name)) === undefined)
        near.push({ name, key: foldName(name), candidates: candidates.slice(0, 5).map(shown) });
    }
  }
  return [...near, ...nearEachOther(unknown, answers)];
}

/** A name may be any word, "constructor" too. */
const answerOf = (answers: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(answers, name) ? answers[name] : undefined;

const distinct = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [row.id, row])).values()];
const shown = ({ number, name }: Row) => ({ number, name });

/** Two names of the file that are near to each other: both come in unless somebody says otherwise, and are only told. */
function nearEachOther(
  customers: readonly FileCustomer[],
  answers: Readonly<Record<string, string>>,
): Near[] {
  const unnumbered = customers.filter(({ number, name }) => number === null && name !== null);
  return [...Map.groupBy(unnumbered, ({ name }) => nearName(name ?? "")).values()]
    .filter((group) => group.length > 1)
    .flatMap(([, ...others]) => others)
    .filter(({ name }) => answerOf(answers, foldName(name ?? "")) === undefined)
    .map(({ name }) => ({ name: name ?? "", key: foldName(name ?? ""), candidates: [] }));
}
