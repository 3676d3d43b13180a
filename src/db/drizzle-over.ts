// Drizzle over whatever carries a statement to the database, every statement prepared once on a connection and then only
// executed. `execute` answers with the rows themselves.
import { createHash } from "node:crypto";
import type { SQL } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type pg from "pg";
import { assert } from "@/domain/assert.ts";
import { parsers } from "./parsers.ts";

type Record_ = Record<string, unknown>;
export type Db = Omit<NodePgDatabase, "execute" | "transaction"> & {
  execute<Row extends Record_ = Record_>(query: SQL | string): Promise<Row[]>;
};

type Carrier = { query(config: pg.QueryConfig): Promise<pg.QueryResult> };

export function drizzleOver(carrier: Carrier): Db {
  const client = {
    query: (config: pg.QueryConfig, values: unknown[]) =>
      carrier.query({ ...prepared(config.text, values), ...rowMode(config) }),
  };
  const db = drizzle({ client: client as unknown as pg.Client });
  const answer = db.execute.bind(db);
  const execute = async (query: SQL | string) => (await answer(query)).rows;
  // Not Object.create: each prototype has a shape of its own, which lies among what is old and keeps its whole transaction there.
  return Object.assign(db, { execute });
}

/** Drizzle reads what its builders select by place. */
const rowMode = (config: pg.QueryConfig) =>
  "rowMode" in config ? ({ rowMode: config.rowMode } as object) : {};

const dialect = new PgDialect();

/** For what goes out at once, before or behind the work. */
export function statementOf(query: SQL): pg.QueryConfig {
  const { sql, params } = dialect.sqlToQuery(query);
  return prepared(sql, params);
}

function prepared(text: string, values: unknown[]): pg.QueryConfig {
  assert(!values.includes(undefined), "a statement is given every value that it names");
  return { name: nameOf(text), text, values, types: parsers };
}

const names = new Map<string, string>();
const NAMES_KEPT = 5_000;

/** By its content: a bundler loads this module more than once over the same connections. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= NAMES_KEPT) names.clear();
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
