"use client";
// Turns the second factor off, with a code: not by who finds a browser signed in.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { turnOffSecondFactorAction } from "../../second-actions.ts";

export function TurnOffForm() {
  return (
    <FrontForm action={turnOffSecondFactorAction}>
      {({ errors }) => (
        <>
          <Field
            label="Code"
            name="code"
            id="code-off"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            hint={errors["code"] ? undefined : "Of your app, or a recovery code."}
            error={errors["code"]}
          />
          <SubmitButton full variant="danger">
            Turn it off
          </SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
