// For tests and measurements: a connection of its own to the database, past the pool and past the books, as whoever the
// URL signs in; and drizzle on a transaction that is open on it.
import postgres from "postgres";
import { drizzleOver, type Db } from "../drizzle-over.ts";

const INT8 = 20;

export function direct(url: string, max = 1) {
  return postgres(url, {
    max,
    onnotice: () => {},
    types: { int8: { to: INT8, from: [INT8], serialize: String, parse: Number } },
  });
}

export type Direct = ReturnType<typeof direct>;

type Says = { unsafe(text: string, values?: never[]): PromiseLike<unknown> };

export function drizzleOn(open: Says): Db {
  return drizzleOver({
    query: async ({ text, values }) => ({ rows: await open.unsafe(text, values as never[]) }) as never,
  });
}
