// The columns that every tenant table shares, and the wall around it. The tenant comes first in each key, is
// filled in by a default, and rows of other tenants don't exist for whoever asks.
import { sql } from "drizzle-orm";
import { bigint, customType, date, pgPolicy, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Cents } from "@/domain/values/money.ts";
import type { Day } from "@/domain/values/day.ts";

export const booksSchema = pgSchema("books");

/** Verbs never name the tenant: books/open.ts told Postgres whose books are open. */
export const orgId = () =>
  uuid("org_id")
    .notNull()
    .default(sql`books.current_org_id()`);

export const wall = () =>
  pgPolicy("wall", {
    for: "all",
    using: sql`org_id = books.current_org_id()`,
    withCheck: sql`org_id = books.current_org_id()`,
  });

/** Ids sort by the time they were made, so that new rows land together. */
export const id = () =>
  uuid("id")
    .notNull()
    .default(sql`books.new_id()`);

export const centsColumn = (name: string) => bigint(name, { mode: "number" }).$type<Cents>();
export const dayColumn = (name: string) => date(name, { mode: "string" }).$type<Day>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });
export const eventNumber = (name: string) => bigint(name, { mode: "number" });
export const recordedAt = () =>
  instant("recorded_at")
    .notNull()
    .default(sql`clock_timestamp()`);

/** One of a closed list of words; the list is held by a CHECK, since enums aren't leakproof under the wall. */
export const word = <T extends string>(name: string) => text(name).$type<T>();

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

export const oneOf = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${words.map((w) => `'${w}'`).join(", ")})`);

/** A number that an undone import freed is there again and again; every other one once. The index still finds them all. */
export const NUMBER_FREED = sql`(case when number_freed then id else '00000000-0000-0000-0000-000000000000'::uuid end)`;
