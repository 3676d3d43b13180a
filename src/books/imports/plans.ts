// How files with the same headings were read the last time: what a person decided isn't asked again next month. Answers
// about one file's days and customers aren't remembered.
import { sql } from "drizzle-orm";
import { foldHeading } from "@/domain/imports/fold.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import type { Books } from "../open.ts";

const headingsOf = (headings: readonly string[]): string =>
  headings.map(foldHeading).join("|").slice(0, 2000);

export async function rememberPlan({ tx }: Books, { plan, columns }: ImportLook): Promise<void> {
  const kept: ImportPlan = {
    ...plan,
    openAsOf: null,
    way: null,
    customers: {},
    leaveFaulty: false,
    round: false,
  };
  const headings = headingsOf(columns.map(({ heading }) => heading));
  await tx.execute(sql`
    insert into books.import_plans (kind, headings, plan) values (${plan.kind}, ${headings}, ${JSON.stringify(kept)}::jsonb)
    on conflict (org_id, kind, headings) do update set plan = excluded.plan`);
}

export async function rememberedPlan(
  { tx }: Books,
  kind: string,
  headings: readonly string[],
): Promise<ImportPlan | null> {
  const [row] = await tx.execute<{ plan: ImportPlan }>(sql`
    select plan from books.import_plans where kind = ${kind} and headings = ${headingsOf(headings)}`);
  return row?.plan ?? null;
}
