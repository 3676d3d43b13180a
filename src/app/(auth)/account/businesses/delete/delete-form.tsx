"use client";
// The name, typed, and the button that closes the business.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../../front-form.tsx";
import { closeAction } from "../actions.ts";

export function DeleteForm({ slug, name }: { slug: string; name: string }) {
  return (
    <FrontForm action={closeAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="slug" value={slug} />
          <Field
            label="Its name, to be sure"
            name="name"
            autoComplete="off"
            hint={errors["name"] ? undefined : `Type ${name}`}
            defaultValue={values["name"]}
            error={errors["name"]}
          />
          <SubmitButton full>Close and delete it</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
