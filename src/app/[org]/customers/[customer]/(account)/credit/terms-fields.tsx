"use client";
// Status, whether the customer may charge at all, and up to how much.
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { CREDIT_STATUSES } from "@/domain/ledger/account.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { statusOf, type Typed } from "./typed-terms.ts";

type Props = { typed: Typed; change: (typed: Typed) => void; error: string | undefined };

const LIMITS = [
  { kind: "limit", label: "Up to a limit" },
  { kind: "unlimited", label: "Without an upper limit" },
  { kind: "none", label: "No limit set: nothing can be charged at the counter" },
] as const;

export function TermsFields({ typed, change, error }: Props) {
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
          onChange={(event) => change({ ...typed, chargingAllowed: event.target.checked })}
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
              error={error}
            />
          </div>
        ) : null}
      </fieldset>
    </>
  );
}
