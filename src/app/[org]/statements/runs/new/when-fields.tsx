"use client";
// Whether a run is made once, now, or comes by itself each month, and what then becomes of it.
import { RUN_DAYS, RUN_GOES, type RunDay } from "@/domain/statements/run-schedule.ts";
import { FieldGroup } from "@/ui/field-group.tsx";
import { SelectField } from "@/ui/field.tsx";
import { comesOf, type GivenRun } from "./given-run.ts";

const ON_HINTS: Record<RunDay, string> = {
  first: "In its first hour, as of the last day of the month before.",
  "last-business-day": "In its first hour, as of that day. Monday to Friday; holidays aren’t known.",
};

type Props = { given: GivenRun; set: (part: Partial<GivenRun>) => void };

export function When({ given, set }: Props) {
  return (
    <FieldGroup title="When">
      <SelectField
        label="Comes"
        name="on"
        hint={given.on === "" ? undefined : ON_HINTS[given.on]}
        value={given.on}
        onChange={(event) => set({ on: comesOf(event.target.value) })}
      >
        <option value="">Once, now</option>
        {Object.entries(RUN_DAYS).map(([value, words]) => (
          <option key={value} value={value}>
            {words} of each month
          </option>
        ))}
      </SelectField>
      {given.on === "" ? null : (
        <SelectField
          label="And then"
          name="goes"
          value={given.goes}
          onChange={(event) => set({ goes: event.target.value === "through" ? "through" : "rehearsal" })}
        >
          {Object.entries(RUN_GOES).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
      )}
    </FieldGroup>
  );
}
