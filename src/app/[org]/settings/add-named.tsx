"use client";
// Adds what only has a name to a list of the settings.
import { Plus } from "lucide-react";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "./dialog-form.tsx";

type Api = ReturnType<typeof api>;
type Named = { commandKey: string; name: string };
type Props = {
  org: string;
  /** On the buttons and over the dialog: "Add label". */
  add: string;
  hint: string;
  longest: number;
  run: (to: Api, named: Named) => Promise<unknown>;
  /** Said once it is there, behind its name. */
  said?: string;
};

export function AddNamed({ org, add, hint, longest, run, said = "added" }: Props) {
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
      send={({ name }, commandKey) => run(api(org), { commandKey, name })}
      said={({ name }) => `${name.trim()} ${said}`}
    >
      {({ typed, type, errors }) => (
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={longest}
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
