// What every table gets without its migration saying so.
import type { Sql, TransactionSql } from "postgres";

/**
 * What the planner is told of a new table, so that a posting costs the same in a new business as in an old one. One
 * business is taken for half of every table, whatever ANALYZE would find: else the planner takes a business that
 * ANALYZE hasn't seen for one of a single row, and reads all of its accounts or items where one by its key was wanted.
 * account_id starts the same way and then follows what ANALYZE finds. (Before version 18 a column's statistics can't
 * be set, only left out: then a business is a 200th of a table.)
 */
export async function tellPlanner(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    do $$
    declare
      walled record;
    begin
      for walled in
        select c.oid::regclass as name, c.relname, a.attname
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'books'::regnamespace and c.relkind = 'r' and not a.attisdropped
          and (a.attname = 'org_id' and a.attstattarget is distinct from 0 or a.attname = 'account_id' and not exists (
            select from pg_stats s where s.schemaname = 'books' and s.tablename = c.relname and s.attname = a.attname))
      loop
        if walled.attname = 'org_id' then
          execute format('alter table %s alter column org_id set statistics 0', walled.name);
        end if;
        if current_setting('server_version_num')::int >= 180000 then
          perform pg_restore_attribute_stats('schemaname', 'books', 'relname', walled.relname::text,
            'attname', walled.attname::text, 'inherited', false, 'null_frac', 0::real, 'avg_width', 16,
            'n_distinct', 2::real);
        end if;
      end loop;
    end $$`);
}

/** A dump reads everything, and only reads. */
export async function letBackupRead(sql: Sql | TransactionSql): Promise<void> {
  const schemas = await sql<{ nspname: string }[]>`
    select nspname from pg_namespace where nspowner = 'onaccount_owner'::regrole`;
  for (const { nspname } of schemas)
    await sql.unsafe(`
      grant usage on schema "${nspname}" to onaccount_backup;
      grant select on all tables in schema "${nspname}" to onaccount_backup;
      grant select on all sequences in schema "${nspname}" to onaccount_backup`);
}
