"use client";
// The fields of a job: what it is, where it is, what its contract says, and how far it may be charged.
import type { JobField, JobTexts } from "@/domain/jobs/job.ts";
import { JOB_STATUSES, JOB_STATUS_WORDS } from "@/domain/jobs/job-status.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Field, SelectField, TextAreaField } from "@/ui/field.tsx";
import { FieldGroup, errorOf } from "@/ui/field-group.tsx";

export type JobChoices = RouterOutputs["jobs"]["choices"];

type Props = {
  texts: JobTexts;
  onType: (field: JobField, text: string) => void;
  errors: Readonly<Record<string, string | undefined>>;
  choices: JobChoices;
  currency: string;
  numberHint?: string;
  /** Who runs it now, where they aren't here any more. */
  gone?: { managerId: string; name: string } | null;
};

export function JobFields({ texts, onType, errors, choices, currency, numberHint, gone = null }: Props) {
  const given = (field: JobField) => ({
    name: field,
    autoComplete: "off",
    value: texts[field],
    error: errorOf(errors, field),
    onChange: (event: { target: { value: string } }) => onType(field, event.target.value),
  });
  const { members, accounts, taxes, mayLimit } = choices;
  return (
    <div className="grid gap-6">
      <FieldGroup title="What it is">
        <Field label="Name" maxLength={200} {...given("name")} />
        <Field label="Job number" maxLength={60} hint={numberHint} {...given("number")} />
        <SelectField
          label="Status"
          hint="A closed job takes no new invoices; what was held back can still be billed."
          {...given("status")}
        >
          {JOB_STATUSES.map((status) => (
            <option key={status} value={status}>
              {JOB_STATUS_WORDS[status]}
            </option>
          ))}
        </SelectField>
        <SelectField label="Project manager" hint="They may bill it." {...given("managerId")}>
          <option value="">Nobody</option>
          {members.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
          {gone ? <option value={gone.managerId}>{gone.name} (left)</option> : null}
        </SelectField>
        <Field label="Starts" type="date" {...given("startsOn")} />
        <Field label="Ends" type="date" {...given("endsOn")} />
      </FieldGroup>
      <FieldGroup title="Where">
        <TextAreaField
          label="Address"
          hint="Street and building, one line each."
          {...given("addressLines")}
        />
        <div className="grid content-start items-start gap-4 desk:grid-cols-2">
          <Field label="City" maxLength={120} {...given("city")} />
          <Field label="State or region" maxLength={120} {...given("region")} />
          <Field label="Postal code" maxLength={20} {...given("postalCode")} />
          <Field label="Country" maxLength={60} hint="Left empty: yours." {...given("country")} />
        </div>
      </FieldGroup>
      <FieldGroup title={`Contract, in ${currency}`}>
        <Field label="Contract number" maxLength={60} {...given("contractNumber")} />
        <Field label="Contract date" type="date" {...given("contractOn")} />
        <Field
          label="Contract sum"
          inputMode="decimal"
          hint="As it was signed, before tax."
          {...given("contractCents")}
        />
        <SelectField
          label="Tax"
          hint="Of what is billed on it, before the customer’s own."
          {...given("taxId")}
        >
          <option value="">As the customer’s</option>
          {taxes
            .filter(({ id, archived }) => !archived || id === texts.taxId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        <SelectField label="Revenue account" {...given("chartCode")}>
          <option value="">As each line says</option>
          {accounts.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} {name}
            </option>
          ))}
        </SelectField>
        <Field
          label="Retainage on work, %"
          inputMode="decimal"
          hint="Held back of completed work; up to 3 decimals."
          {...given("retainageWork")}
        />
        <Field
          label="Retainage on stored materials, %"
          inputMode="decimal"
          hint="Held back of materials on site."
          {...given("retainageStored")}
        />
      </FieldGroup>
      <FieldGroup title={`Limit, in ${currency}`}>
        <Field
          label="Credit limit of this job"
          inputMode="decimal"
          readOnly={!mayLimit}
          hint={
            mayLimit
              ? "A charge on it needs room here and on the account. Left empty: the account’s limit alone."
              : "An owner or an admin sets it."
          }
          {...given("limitCents")}
        />
      </FieldGroup>
      <FieldGroup title="Notes">
        <div className="desk:col-span-2">
          <TextAreaField
            label="Notes"
            maxLength={5000}
            hint="For your own people. On no paper."
            {...given("notes")}
          />
        </div>
      </FieldGroup>
    </div>
  );
}
