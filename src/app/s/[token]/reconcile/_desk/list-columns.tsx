"use client";
// How their list is read: what each column holds, and how amounts and dates are written. Guessed, and theirs to correct.
import { reconcileWords } from "@/domain/language/reconcile-words.ts";
import {
  LIST_FIELDS,
  planWith,
  usualIn,
  type ListPlan,
  type ListTable,
} from "@/domain/reconcile/read-list.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { SelectField } from "@/ui/field.tsx";
import type { Reader } from "./reader.ts";

type Props = { business: Reader; table: ListTable; plan: ListPlan; change: (plan: ListPlan) => void };

export function ListColumns({ business, table, plan, change }: Props) {
  const say = reconcileWords(business.language);
  return (
    <section aria-labelledby="columns" className="rounded-card border border-line bg-card px-4 py-4">
      <h2 id="columns" className="font-semibold">
        {say.columns}
      </h2>
      <p className="mb-3 text-13 text-soft">{say.columnsHint}</p>
      <div className="grid gap-3 desk:grid-cols-5">
        {LIST_FIELDS.map((field) => (
          <SelectField
            key={field}
            label={say[field]}
            value={plan.columns[field] ?? ""}
            onChange={({ target: { value } }) => {
              const columns = { ...plan.columns, [field]: value === "" ? null : Number(value) };
              change(planWith(table, columns, usualIn(business.locale)));
            }}
          >
            <option value="">{say.none}</option>
            {table.headings.map((heading, at) => (
              <option key={at} value={at}>
                {heading || at + 1}
              </option>
            ))}
          </SelectField>
        ))}
        <SelectField
          label={say.decimal}
          value={plan.decimal}
          onChange={({ target: { value } }) => change({ ...plan, decimal: value === "," ? "," : "." })}
        >
          <option value=".">{say.point}</option>
          <option value=",">{say.comma}</option>
        </SelectField>
        <SelectField
          label={say.order}
          value={plan.dayOrder}
          onChange={({ target: { value } }) => change({ ...plan, dayOrder: value === "mdy" ? "mdy" : "dmy" })}
        >
          <option value="dmy">{say.dayFirst}</option>
          <option value="mdy">{say.monthFirst}</option>
        </SelectField>
      </div>
      <CheckField
        label={say.negative}
        checked={plan.owedIsNegative}
        onChange={({ target: { checked } }) => change({ ...plan, owedIsNegative: checked })}
      />
    </section>
  );
}
