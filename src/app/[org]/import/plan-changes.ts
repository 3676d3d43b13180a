// Changes to how a file is read, as plain values: an answer on top of what was said before, and one column's new field.
import type { LookColumn } from "@/domain/imports/look.ts";
import type { ImportPlan, PlanPatch } from "@/domain/imports/plan.ts";

/** Columns and customers that the change doesn't name stay as they are. */
export function withPatch(plan: ImportPlan, patch: PlanPatch): ImportPlan {
  return {
    ...plan,
    ...patch,
    columns: { ...plan.columns, ...patch.columns },
    customers: { ...plan.customers, ...patch.customers },
  };
}

export const withPatches = (patches: readonly PlanPatch[]): PlanPatch =>
  patches.reduce<PlanPatch>(
    (all, patch) => ({
      ...all,
      ...patch,
      ...((all.columns || patch.columns) && { columns: { ...all.columns, ...patch.columns } }),
    }),
    {},
  );

type HeldColumn = Pick<LookColumn, "at" | "field">;

/** A field is in one column: the one that held it before is left out. */
export function columnPatch(columns: readonly HeldColumn[], at: number, field: string): PlanPatch {
  const before = columns.filter((column) => field !== "" && column.field === field && column.at !== at);
  const left = before.map((column) => [String(column.at), ""] as const);
  return { columns: Object.fromEntries([...left, [String(at), field]]) };
}

/** The first values of the column that an answer is about. */
export function samplesFor(plan: ImportPlan, columns: readonly LookColumn[], patch: PlanPatch): string[] {
  const chosen = Object.entries(patch.columns ?? {}).find(
    ([at, field]) => field !== "" && plan.columns[at] !== field,
  );
  const column = chosen && columns.find(({ at }) => String(at) === chosen[0]);
  return column ? column.samples.map(({ says }) => says) : [];
}
