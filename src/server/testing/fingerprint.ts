// For tests of the doors: all that is kept of some businesses, in every table of every schema that names one, as one
// short text; what changed nothing leaves it as it was.
import { direct } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";

export type Fingerprints = { of(slugs: readonly string[]): Promise<string>; end(): Promise<void> };

/** Past the wall, as the database's administrator. Event numbers are taken beside the command, refused or not. */
export async function fingerprints(adminUrl = needed("ADMIN_DATABASE_URL")): Promise<Fingerprints> {
  const admin = direct(adminUrl);
  const tables = await admin<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace) order by 1`;
  const parts = tables.map(({ name }) => {
    const but = name === "books.counters" ? "and series <> 'event'" : "";
    return `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as rows from ${name} t
      where org_id = any ($1) ${but}`;
  });
  const all = `select string_agg(name || ' ' || rows, ' ' order by name) as print from (${parts.join(" union all ")}) p`;
  return {
    of: async (slugs) => {
      const orgs = await admin<{ id: string }[]>`select id from directory.orgs where slug in ${admin(slugs)}`;
      return String((await admin.unsafe(all, [orgs.map(({ id }) => id)]))[0]?.print);
    },
    end: () => admin.end(),
  };
}
