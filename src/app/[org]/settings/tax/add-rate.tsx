"use client";
// Adds a single rate of an agency.
import { Plus } from "lucide-react";
import type { Agency } from "@/domain/business/taxes.ts";
import { api } from "@/server/client.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";
import { plainPercent } from "./typed-percent.ts";

type Props = { org: string; agencies: readonly Agency[]; locale: string };

export function AddRate({ org, agencies, locale }: Props) {
  return (
    <DialogForm
      title="Add rate"
      opener={
        <>
          <Plus aria-hidden="true" />
          Add rate
        </>
      }
      button="Add rate"
      empty={{ name: "", agencyId: agencies[0]?.agencyId ?? "", percent: "" }}
      send={({ name, agencyId, percent }, commandKey) =>
        api(org).taxes.addRate.mutate({ commandKey, name, agencyId, percent: plainPercent(percent, locale) })
      }
      said={({ name }) => `${name.trim()} added`}
    >
      {({ typed, type, errors }) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={40}
            hint="As it stands on receipts and invoices."
            value={typed.name}
            onChange={(event) => type({ name: event.target.value })}
            error={errors["name"]}
            required
          />
          <SelectField
            label="Agency"
            name="agencyId"
            value={typed.agencyId}
            onChange={(event) => type({ agencyId: event.target.value })}
            error={errors["agencyId"]}
          >
            {agencies.map(({ agencyId, name }) => (
              <option key={agencyId} value={agencyId}>
                {name}
              </option>
            ))}
          </SelectField>
          <Field
            label="Rate, percent"
            name="percent"
            inputMode="decimal"
            autoComplete="off"
            hint="Up to three decimals."
            value={typed.percent}
            onChange={(event) => type({ percent: event.target.value })}
            error={errors["percent"]}
            required
          />
        </>
      )}
    </DialogForm>
  );
}
