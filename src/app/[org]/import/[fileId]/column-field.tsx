"use client";
// What one column holds: chosen from the fields there are, or left out. One that nobody decided on says so.
import { TriangleAlert } from "lucide-react";
import { columnPatch } from "../plan-changes.ts";
import { usePlan, type FieldChoice } from "./plan-desk.tsx";

const UNDECIDED = "?";

type Props = { at: number; heading: string; held: readonly { at: number; field: string | null }[] };

export function ColumnField({ at, heading, held }: Props) {
  const { plan, fields, change } = usePlan();
  const now = held.map((each) => ({ ...each, field: plan.columns[each.at] ?? each.field }));
  const field = now.find((each) => each.at === at)?.field ?? null;
  const known = field === null || field === "" || fields.some(({ key }) => key === field);
  return (
    <span className="flex items-center gap-2 narrow:mt-1.5">
      <select
        aria-label={`What “${heading}” holds`}
        value={field ?? UNDECIDED}
        onChange={({ currentTarget: { value } }) => change(columnPatch(now, at, value))}
        className={
          "min-h-9 w-full min-w-44 rounded-control border bg-card px-2.5 text-14 text-ink touch:min-h-11 touch:text-16 " +
          (field === null ? "border-soon" : "border-edge")
        }
      >
        {field === null ? <option value={UNDECIDED}>Not decided</option> : null}
        <option value="">Leave out</option>
        <Group label="Needed" fields={fields.filter(({ isNeeded }) => isNeeded)} />
        <Group label="Other" fields={fields.filter(({ isNeeded }) => !isNeeded)} />
        {known ? null : <option value={field}>{field}</option>}
      </select>
      {field === null ? <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-soon" /> : null}
    </span>
  );
}

function Group({ label, fields }: { label: string; fields: readonly FieldChoice[] }) {
  return (
    <optgroup label={label}>
      {fields.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
