"use client";
// Adds an account of the business's own.
import { Plus } from "lucide-react";
import { CHART_KINDS, KIND_WORDS, type ChartKind } from "@/domain/ledger/chart.ts";
import { api } from "@/server/client.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";

type Kind = ChartKind | "bank";
const EMPTY: { code: string; name: string; kind: Kind } = { code: "", name: "", kind: "revenue" };

export function AddAccount({ org }: { org: string }) {
  return (
    <DialogForm
      title="Add account"
      opener={
        <>
          <Plus aria-hidden="true" />
          Add account
        </>
      }
      button="Add account"
      empty={EMPTY}
      send={(account, commandKey) => api(org).chart.create.mutate({ commandKey, ...account })}
      said={({ code, name }) => `${code.trim()} ${name.trim()} added`}
    >
      {({ typed, type, errors }) => (
        <>
          <Field
            label="Number"
            name="code"
            autoComplete="off"
            maxLength={20}
            hint="Nobody can change it later."
            value={typed.code}
            onChange={(event) => type({ code: event.target.value })}
            error={errors["code"]}
            required
          />
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={80}
            value={typed.name}
            onChange={(event) => type({ name: event.target.value })}
            error={errors["name"]}
            required
          />
          <SelectField
            label="Kind"
            name="kind"
            hint="Products can sell into revenue accounts, and payments go to bank accounts."
            value={typed.kind}
            onChange={(event) => type({ kind: kindOf(event.target.value) })}
            error={errors["kind"]}
          >
            {CHART_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
            <option value="bank">Bank account</option>
          </SelectField>
        </>
      )}
    </DialogForm>
  );
}

const kindOf = (text: string): Kind =>
  text === "bank" ? text : (CHART_KINDS.find((kind) => kind === text) ?? "revenue");
