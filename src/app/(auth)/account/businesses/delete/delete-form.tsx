"use client";
// The name, typed, that its books were taken home or aren't needed, who it is once more, and the button that closes the business.
import { CheckField } from "@/ui/check-field.tsx";
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../../front-form.tsx";
import { ProveAgain, type ProvenBy } from "../../prove-again.tsx";
import { closeAction } from "../actions.ts";

type Props = { slug: string; name: string; email: string; by: ProvenBy };

export function DeleteForm({ slug, name, email, by }: Props) {
  return (
    <FrontForm action={closeAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="slug" value={slug} />
          <CheckField
            name="without"
            value="yes"
            defaultChecked={values["without"] === "yes"}
            label="Nobody needs its books: delete it without them"
            hint="Tick this only where you didn’t save the file above within the last day."
          />
          <Field
            label="Its name, to be sure"
            name="name"
            autoComplete="off"
            hint={errors["name"] ? undefined : `Type ${name}`}
            defaultValue={values["name"]}
            error={errors["name"]}
          />
          <ProveAgain by={by} email={email} errors={errors} />
          <SubmitButton full variant="danger">
            Close and delete it
          </SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
