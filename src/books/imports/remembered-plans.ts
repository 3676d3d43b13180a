// How a business reads the files of one heading set is remembered for the next of them.
import { sql } from "drizzle-orm";
import type { ImportLook } from "@/domain/imports/look.ts";
import { ImportPlan, planFor } from "@/domain/imports/plan.ts";
import type { Books } from "../open.ts";
import { headingsOf } from "./look.ts";

/**
 * What holds for the next file with these headings: its columns and how they are written, not what was said of this one. An answer
 * that this file didn't need stays for one that does.
 */
export async function rememberPlan({ tx }: Books, look: ImportLook): Promise<void> {
  // Files without headings are all alike.
  if (look.headingRow === null) return;
  const { kind, columns, days, decimal, way } = look.plan;
  const plan: ImportPlan = { ...planFor(kind), columns, days, decimal, way };
  await tx.execute(sql`
    insert into books.import_plans (kind, headings, plan)
    values (${kind}, ${headingsOf(look)}, ${JSON.stringify(plan)}::text::jsonb)
    on conflict (org_id, kind, headings) do update set plan = import_plans.plan || jsonb_strip_nulls(excluded.plan),
      kept_at = clock_timestamp()`);
}

export async function rememberedPlan(
  { tx }: Books,
  look: Pick<ImportLook, "kind" | "columns">,
): Promise<ImportPlan | null> {
  const [row] = await tx.execute<{ plan: string }>(sql`
    select plan::text as plan from books.import_plans where kind = ${look.kind} and headings = ${headingsOf(look)}`);
  return row ? ImportPlan.parse(JSON.parse(row.plan)) : null;
}

/** Without what is only an answer. */
export const withoutAnswers = (remembered: ImportPlan): ImportPlan => ({
  ...remembered,
  days: null,
  decimal: null,
});

/** `asking`: what a look without its answers asks. What the file settles by itself needs none, and may contradict it. */
export function answeredAsBefore(
  remembered: ImportPlan,
  { questions }: Pick<ImportLook, "questions">,
): ImportPlan {
  const asks = (which: "days" | "decimal") => questions.some(({ key }) => key === which);
  return {
    ...remembered,
    days: asks("days") ? remembered.days : null,
    decimal: asks("decimal") ? remembered.decimal : null,
  };
}
