"use client";
// Adds a discount class or a product group.
import { Plus } from "lucide-react";
import type { DiscountedKind } from "@/domain/products/discount.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../tax/dialog-form.tsx";

const WORDS: Record<DiscountedKind, { add: string; hint: string }> = {
  class: { add: "Add class", hint: "Such as Trade. Customers don’t see it." },
  group: { add: "Add product group", hint: "Such as Plants. A product is put into it on its own page." },
};

export function AddDiscounted({ org, kind }: { org: string; kind: DiscountedKind }) {
  const { add, hint } = WORDS[kind];
  return (
    <DialogForm
      title={add}
      opener={
        <>
          <Plus aria-hidden="true" />
          {add}
        </>
      }
      button={add}
      empty={{ name: "" }}
      send={({ name }, commandKey) => api(org).discounts.add.mutate({ commandKey, kind, name })}
      said={({ name }) => `${name.trim()} added`}
    >
      {({ typed, type, errors }) => (
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={60}
          hint={hint}
          value={typed.name}
          onChange={(event) => type({ name: event.target.value })}
          error={errors["name"]}
          required
        />
      )}
    </DialogForm>
  );
}
