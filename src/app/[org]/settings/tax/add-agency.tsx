"use client";
// Adds an agency for which tax is taken.
import { Plus } from "lucide-react";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "./dialog-form.tsx";

export function AddAgency({ org }: { org: string }) {
  return (
    <DialogForm
      title="Add agency"
      opener={
        <>
          <Plus aria-hidden="true" />
          Add agency
        </>
      }
      button="Add agency"
      empty={{ name: "" }}
      send={({ name }, commandKey) => api(org).taxes.addAgency.mutate({ commandKey, name })}
      said={({ name }) => `${name.trim()} added, with an account of its own`}
    >
      {({ typed, type, errors }) => (
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={80}
          hint="As on its tax return. It gets an account of its own in the chart."
          value={typed.name}
          onChange={(event) => type({ name: event.target.value })}
          error={errors["name"]}
          required
        />
      )}
    </DialogForm>
  );
}
