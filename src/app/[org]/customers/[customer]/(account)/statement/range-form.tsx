// The days of the statement, as a plain form that asks for the page again: it needs no script.
import type { Route } from "next";
import { KIND_LABELS, KIND_SAYS } from "@/domain/statements/kind-words.ts";
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import type { Query } from "../../../../_shell/links.ts";
import { Kept } from "../narrow.tsx";
import type { Range } from "./range.ts";

type Props = {
  kind: StatementKind;
  range: Range;
  known: string | undefined;
  /** What is wrong with the time that was asked for. */
  knownFault: string | undefined;
  zone: string;
  today: Day;
  action: Route;
  kept: Query;
  /** Whether the accounts of the branches are on it, too; null for whom has none. */
  family: boolean | null;
};

export function RangeForm({ kind, range, known, knownFault, zone, today, action, kept, family }: Props) {
  const { typed, faults } = range;
  return (
    <form
      action={action}
      method="get"
      className="mb-5 grid grid-cols-2 items-start gap-x-3 gap-y-2 desk:grid-cols-[11rem_11rem_11rem_14rem_auto] desk:justify-start print:hidden"
    >
      <Kept query={kept} />
      <SelectField label="Kind" name="kind" defaultValue={kind}>
        {STATEMENT_KINDS.map((each) => (
          <option key={each} value={each}>
            {KIND_LABELS[each]}
          </option>
        ))}
      </SelectField>
      <Field
        label="As of"
        type="date"
        name="asOf"
        defaultValue={typed.asOf}
        min="1900-01-01"
        max={today}
        error={faults.asOf}
        required
      />
      <Field
        label="Activity from"
        type="date"
        name="from"
        defaultValue={typed.from}
        min="1900-01-01"
        max={today}
        error={faults.from}
      />
      <div className="max-desk:col-span-2">
        <Field
          label="As known at (optional)"
          type="datetime-local"
          name="knownAt"
          defaultValue={known}
          error={knownFault}
        />
      </div>
      <div className="max-desk:col-span-2 desk:pt-6">
        <Button type="submit">Show</Button>
      </div>
      {family === null ? null : (
        <div className="col-span-2 desk:col-span-5">
          <CheckField
            label="With the accounts of its children, one after the other"
            name="family"
            value="yes"
            defaultChecked={family}
          />
        </div>
      )}
      <p className="col-span-2 text-12 text-soft desk:col-span-5">
        {KIND_SAYS[kind]}{" "}
        {kind === "open-item" ? "" : "Left empty, the activity begins on the first of the month. "}
        All that is known now counts unless you say a time, in {zone.replaceAll("_", " ")}.
      </p>
    </form>
  );
}
