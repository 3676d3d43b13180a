"use client";
// One box for both kinds of code: that of the app and one of those for who lost it.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { secondStepAction } from "../../second-actions.ts";

export function SecondForm({ to }: { to: string }) {
  return (
    <FrontForm action={secondStepAction}>
      {({ errors }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <Field
            label="Code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            hint={errors["code"] ? undefined : "From your app, or one of your recovery codes."}
            error={errors["code"]}
          />
          <SubmitButton full>Sign in</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
