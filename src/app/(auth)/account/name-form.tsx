"use client";
// What one is called, to oneself and to colleagues.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../front-form.tsx";
import { changeNameAction } from "./actions.ts";

export function NameForm({ name }: { name: string }) {
  return (
    <FrontForm action={changeNameAction}>
      {({ values, errors }) => (
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-1 basis-48">
            <Field
              label={<span className="sr-only">Your name</span>}
              name="name"
              autoComplete="name"
              maxLength={120}
              defaultValue={values["name"] ?? name}
              error={errors["name"]}
            />
          </div>
          <SubmitButton variant="plain">Save name</SubmitButton>
        </div>
      )}
    </FrontForm>
  );
}
