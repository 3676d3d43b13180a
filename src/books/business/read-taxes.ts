// The taxes of a business, whole: its agencies, each rate with its steps, and the combined rates.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Agency, Combined, Rate, Step, Taxes } from "@/domain/business/taxes.ts";
import { combinedRate } from "@/domain/values/tax-parts.ts";
import type { Books } from "../open.ts";

type RateRow = {
  rateId: string;
  name: string;
  agencyId: string | null;
  isDefault: boolean;
  archived: boolean;
  version: number;
  uses: number;
  steps: Step[] | null;
  parts: string[] | null;
};

export async function readTaxes({ tx, today }: Books): Promise<Taxes> {
  const [agencies, rows, [settings]] = await Promise.all([
    tx.execute<Agency>(sql`
      select id as "agencyId", name, chart_code as "chartCode", version from books.tax_agencies order by chart_code`),
    tx.execute<RateRow>(sql`
      select r.id as "rateId", r.name, r.agency_id as "agencyId", r.is_default as "isDefault", r.version,
        r.archived_at is not null as archived,
        (select count(*)::int from books.customers c where c.tax_id = r.id)
          + (select count(*)::int from books.locations l where l.tax_id = r.id and l.removed_at is null)
          + (select count(*)::int from books.jobs j where j.tax_id = r.id and j.archived_at is null)
          + (select count(*)::int from books.tax_parts p join books.tax_rates c on c.id = p.combined_id
              and c.archived_at is null where p.rate_id = r.id) as uses,
        (select jsonb_agg(jsonb_build_object('fromOn', s.from_on, 'percent', trim_scale(s.percent)::text,
          'decidedBy', s.decided_by) order by s.from_on desc, s.id desc)
          from books.tax_steps s where s.rate_id = r.id) as steps,
        (select jsonb_agg(p.rate_id order by p.line) from books.tax_parts p where p.combined_id = r.id) as parts
      from books.tax_rates r order by lower(r.name) collate "und-x-icu", r.id`),
    tx.execute<{ tax_answered: boolean }>(sql`select tax_answered from books.settings`),
  ]);
  const rates = rows.flatMap(({ agencyId, steps, parts: _parts, ...row }): Rate[] =>
    agencyId === null ? [] : [{ ...row, agencyId, steps: steps ?? [], percent: inForce(steps ?? [], today) }],
  );
  const percentOf = (rateId: string) => rates.find((rate) => rate.rateId === rateId)?.percent ?? null;
  const combined = rows.flatMap(({ agencyId, steps: _steps, parts, ...row }): Combined[] => {
    if (agencyId !== null) return [];
    const percents = (parts ?? []).map(percentOf).filter((percent) => percent !== null);
    return [{ ...row, parts: parts ?? [], percent: combinedRate(percents) }];
  });
  const { tax_answered: answered } = present(settings, "a business has settings");
  return { agencies: [...agencies], rates, combined, answered };
}

/** Of the steps, the latest first: of a day's, the one decided last. */
const inForce = (steps: readonly Step[], today: string): string | null =>
  steps.find(({ fromOn }) => fromOn <= today)?.percent ?? null;
