// Puts a guard to the trial: its counterexample against the books as they are, and against the books without it. All in
// a transaction that is rolled back, so that one database serves for every guard.
import type { Sql, TransactionSql } from "postgres";
import { brokenByRule } from "./broken-by-rule.ts";
import { CREDIT_MEMOS } from "./credit-memos.ts";
import { EVENTS } from "./events.ts";
import { FIGURES } from "./figures.ts";
import { FAMILIES } from "./families.ts";
import type { Guard } from "./guard.ts";
import { JOBS } from "./jobs.ts";
import { INVOICES } from "./invoices.ts";
import { PAPERS } from "./papers.ts";
import { DISCOUNTS } from "./discounts.ts";
import { PROFILES } from "./profiles.ts";
import { RECEIPTS } from "./receipts.ts";
import { SETTLEMENT } from "./settlement.ts";
import { TAXES } from "./taxes.ts";

/** What the names in braces stand for, and whose books they are in. */
export type Scene = { org: string; names: Readonly<Record<string, string>> };
export type Verdict = { guard: Guard; kind: string; refusedBy: string | null; withoutIt: string | null };

type Removal = { name: string; kind: string; sql: string };

/** `owner` signs in as the owner of the tables: no grant and no wall stands between it and them. */
export async function tryAll(owner: Sql, scene: Scene): Promise<{ verdicts: Verdict[]; unnamed: string[] }> {
  const guards = [
    ...FIGURES,
    ...EVENTS,
    ...SETTLEMENT,
    ...PAPERS,
    ...INVOICES,
    ...CREDIT_MEMOS,
    ...RECEIPTS,
    ...DISCOUNTS,
    ...PROFILES,
    ...TAXES,
    ...JOBS,
    ...FAMILIES,
    ...(await brokenByRule(owner)),
  ];
  const removal = await removals(owner);
  const verdicts: Verdict[] = [];
  for (const guard of guards) {
    const gone = removal.find((each) => each.name === guard.name && each.kind === (guard.kind ?? each.kind));
    if (!gone) throw new Error(`there is no guard ${guard.name}`);
    const refusedBy = await outcome(owner, scene, { guard });
    const withoutIt = await outcome(owner, scene, { guard, remove: gone.sql });
    verdicts.push({ guard, kind: gone.kind, refusedBy, withoutIt });
  }
  const named = new Set(verdicts.map(({ guard, kind }) => `${kind} ${guard.name}`));
  return {
    verdicts,
    unnamed: removal.filter(({ kind, name }) => !named.has(`${kind} ${name}`)).map(({ name }) => name),
  };
}

/** Who refuses the counterexample; null when nobody does. */
async function outcome(
  owner: Sql,
  { org, names }: Scene,
  { guard, remove }: { guard: Guard; remove?: string },
): Promise<string | null> {
  const wrong = guard.wrong.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  let refusedBy: string | null = null;
  const over = new Error("over");
  await owner
    .begin(async (tx) => {
      await tx.unsafe(`set local onaccount.org_id = '${org}'`);
      if (guard.changesFacts) await tx.unsafe(`alter table books.${guard.table} disable trigger user`);
      if (guard.changesFacts)
        for (const each of await logicOf(tx, guard.table))
          await tx.unsafe(`alter table books.${guard.table} enable trigger ${each}`);
      if (remove) await tx.unsafe(remove);
      await tx
        .savepoint(async (step) => {
          await step.unsafe(await spelled(step, wrong));
          await step.unsafe("set constraints all immediate");
        })
        .catch((error: unknown) => {
          refusedBy = refuserOf(error);
        });
      throw over;
    })
    .catch((error: unknown) => {
      if (error !== over) throw new Error(`${guard.name}: ${remove ?? ""} ${wrong}`, { cause: error });
    });
  return refusedBy;
}

/** A table's triggers but the one that keeps its facts. */
const logicOf = async (tx: TransactionSql, table: string) =>
  (
    await tx<{ tgname: string }[]>`
    select tgname from pg_trigger where tgrelid = ${`books.${table}`}::regclass and not tgisinternal and tgname not like '%\_stay'`
  ).map((row) => row.tgname);

/** `copy {table, set, where}` is an insert of a row like one that is there. */
async function spelled(tx: TransactionSql, statement: string): Promise<string> {
  if (!statement.startsWith("copy ")) return statement;
  const { table, set, where } = JSON.parse(statement.slice(5)) as {
    table: string;
    set: Record<string, string>;
    where: string;
  };
  const columns = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${`books.${table}`}::regclass and attnum > 0 and attgenerated = '' and not attisdropped`;
  const names = columns.map((column) => column.name);
  const values = names.map((name) => set[name] ?? name);
  return `insert into books.${table} (${names.join(", ")}) select ${values.join(", ")} from books.${table} where org_id = books.current_org_id() and ${where} limit 1`;
}

type Refused = { constraint_name?: string; code?: string; where?: string; message?: string };

/** The constraint, or the function of the trigger that raised it. */
function refuserOf(error: unknown): string {
  const { constraint_name: constraint, code = "", where = "", message = "" } = error as Refused;
  if (constraint) return constraint;
  const functions = [...where.matchAll(/function books\.(\w+)\(/g)].map((match) => match[1] ?? "");
  return code.startsWith("OA") ? (functions.at(-1) ?? code) : `${code} ${message}`;
}

/** A trigger that runs as the owner and refuses nothing keeps sums for the app: it is no guard. */
async function removals(owner: Sql): Promise<Removal[]> {
  return owner<Removal[]>`
    select conname as name, case contype when 'c' then 'check' when 'f' then 'foreign key' when 'u' then 'unique' else 'key' end as kind,
      format('alter table books.%I drop constraint %I cascade', t.relname, conname) as sql
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.connamespace = 'books'::regnamespace and contype in ('c', 'f', 'u', 'p')
    union all
    select tgname, 'trigger', format('drop trigger %I on books.%I', tgname, t.relname)
    from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_proc f on f.oid = g.tgfoid
    where t.relnamespace = 'books'::regnamespace and not tgisinternal
      and (not f.prosecdef or f.prosrc like '%raise exception%')
    union all
    select i.relname, 'unique index', format('drop index books.%I', i.relname)
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = 'books'::regnamespace and x.indisunique and not exists (select from pg_constraint where conindid = x.indexrelid)
    order by name`;
}
