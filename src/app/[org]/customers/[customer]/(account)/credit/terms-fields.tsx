"use client";
// Status, whether the customer may charge at all, and up to how much.
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { CREDIT_STATUSES } from "@/domain/ledger/account.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { statusOf, withCharging, type TermFaults, type Typed } from "./typed-terms.ts";

type Props = { typed: Typed; change: (typed: Typed) => void; errors: TermFaults };

const LIMITS = [
  { kind: "limit", label: "Up to a limit" },
  { kind: "unlimited", label: "Without an upper limit" },
  { kind: "none", label: "No limit set: nothing can be charged at the counter" },
] as const;

export function TermsFields({ typed, change, errors }: Props) {
  return (
    <>
      <SelectField
        label="Status"
        name="status"
        value={typed.status}
        onChange={(event) => change({ ...typed, status: statusOf(event.target.value) })}
      >
        {CREDIT_STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </SelectField>
      <label className="flex min-h-9 items-center gap-2.5 touch:min-h-11">
        <input
          type="checkbox"
          name="chargingAllowed"
          checked={typed.chargingAllowed}
          onChange={(event) => change(withCharging(typed, event.target.checked))}
          className="size-4"
        />
        May charge to the account at the counter
      </label>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-13 font-medium">Credit limit</legend>
        {LIMITS.map(({ kind, label }) => (
          <label key={kind} className="flex min-h-8 items-center gap-2.5 touch:min-h-11">
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={typed.kind === kind}
              onChange={() => change({ ...typed, kind })}
              className="size-4"
            />
            {label}
          </label>
        ))}
        {typed.kind === "limit" ? (
          <div className="mt-1 max-w-56">
            <Field
              label="Limit"
              name="limit"
              inputMode="decimal"
              autoComplete="off"
              value={typed.limit}
              onChange={(event) => change({ ...typed, limit: event.target.value })}
              error={errors.limit}
            />
          </div>
        ) : null}
      </fieldset>
      {typed.kind === "unlimited" ? null : <RaisedFields typed={typed} change={change} errors={errors} />}
      <CheckField
        label="Never put on hold by itself"
        hint="Whatever the business’s settings say of age and of what is above the limit."
        name="holdExempt"
        checked={typed.holdExempt}
        onChange={(event) => change({ ...typed, holdExempt: event.target.checked })}
      />
      <div className="max-w-56">
        <Field
          label="Look at it again on"
          hint="Then it stands in the list for review."
          name="reviewOn"
          type="date"
          value={typed.reviewOn}
          onChange={(event) => change({ ...typed, reviewOn: event.target.value })}
        />
      </div>
    </>
  );
}

/** Higher for a season or one order: it ends by itself, with its day. */
function RaisedFields({ typed, change, errors }: Props) {
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">A higher limit for a while</legend>
      <CheckField
        label="A higher limit for a while"
        name="isRaised"
        checked={typed.isRaised}
        onChange={(event) => change({ ...typed, isRaised: event.target.checked })}
      />
      {typed.isRaised ? (
        <div className="grid max-w-md gap-4 desk:grid-cols-2">
          <Field
            label="Limit until then"
            name="raised"
            inputMode="decimal"
            autoComplete="off"
            value={typed.raised}
            onChange={(event) => change({ ...typed, raised: event.target.value })}
            error={errors.raised}
          />
          <Field
            label="To the end of"
            name="until"
            type="date"
            value={typed.until}
            onChange={(event) => change({ ...typed, until: event.target.value })}
            error={errors.until}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
