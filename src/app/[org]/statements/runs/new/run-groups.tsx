// By which groups of customers a run chooses: a discount class, a label, billing terms.
import type { LabelName } from "@/domain/customers/label.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { SelectField } from "@/ui/field.tsx";
import type { GivenRun } from "./given-run.ts";

export type RunGroupChoices = {
  classes: readonly { classId: string; name: string }[];
  labels: readonly LabelName[];
  /** The codes of what the business offers. */
  terms: readonly string[];
};

type Props = RunGroupChoices & { given: GivenRun; set: (change: Partial<GivenRun>) => void };

export function RunGroups({ classes, labels, terms, given, set }: Props) {
  return (
    <>
      {classes.length > 0 ? (
        <SelectField
          label="Discount class"
          name="classId"
          value={given.classId}
          onChange={(event) => set({ classId: event.target.value })}
        >
          <option value="">Any</option>
          {classes.map(({ classId, name }) => (
            <option key={classId} value={classId}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {labels.length > 0 ? (
        <SelectField
          label="Label"
          name="labelId"
          value={given.labelId}
          onChange={(event) => set({ labelId: event.target.value })}
        >
          <option value="">Any</option>
          {labels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        label="Billing terms"
        name="terms"
        value={given.terms}
        onChange={(event) => set({ terms: event.target.value })}
      >
        <option value="">Any</option>
        {terms.map((code) => (
          <option key={code} value={code}>
            {codeWords(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
