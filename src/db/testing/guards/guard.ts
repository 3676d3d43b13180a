// A guard of the books and what would wrongly be written if it weren't there.
import { naive } from "./naive.ts";

export type Guard = {
  name: string;
  table: string;
  /** Who refuses: the constraint's name, or the trigger's function; left out, the guard itself. */
  by?: string;
  /** The statement that must be refused; `keeping facts off` says so when it has to change a fact. */
  wrong: string;
  /** Where a constraint and a trigger have one name. */
  kind?: "check" | "trigger" | "foreign key";
  changesFacts?: boolean;
  /** Who else refuses once this guard is gone. */
  heldBy?: string;
};

export const changed = (table: string, name: string, set: string, more: Partial<Guard> = {}): Guard => ({
  name,
  table,
  wrong: `update books.${table} set ${set}`,
  changesFacts: true,
  ...more,
});
export const posted = (
  name: string,
  table: string,
  wrong: Parameters<typeof naive>[0],
  more: Partial<Guard> = {},
): Guard => ({
  name,
  table,
  wrong: naive(wrong),
  ...more,
});
export const OF_A = "where id = '{a}'";

export const copied = (
  name: string,
  table: string,
  set: Readonly<Record<string, string>>,
  where = "true",
): Guard => ({
  name,
  table,
  wrong: `copy ${JSON.stringify({ table, set, where })}`,
});
