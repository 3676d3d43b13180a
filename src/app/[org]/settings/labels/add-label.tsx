"use client";
// Adds a label for customers.
import { Plus } from "lucide-react";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../tax/dialog-form.tsx";

export function AddLabel({ org }: { org: string }) {
  return (
    <DialogForm
      title="Add label"
      opener={
        <>
          <Plus aria-hidden="true" />
          Add label
        </>
      }
      button="Add label"
      empty={{ name: "" }}
      send={({ name }, commandKey) => api(org).labels.add.mutate({ commandKey, name })}
      said={({ name }) => `${name.trim()} added`}
    >
      {({ typed, type, errors }) => (
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={60}
          hint="Such as Weekly or North side. Customers don’t see it."
          value={typed.name}
          onChange={(event) => type({ name: event.target.value })}
          error={errors["name"]}
          required
        />
      )}
    </DialogForm>
  );
}
